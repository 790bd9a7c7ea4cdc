using System.Text.RegularExpressions;
using TrainSdk.Native;
using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Training;

/// <summary>What to do where memory did not suffice for a training.</summary>
public static partial class OutOfMemory
{
    /// <summary>Trains, and says of memory that ran out which edit makes the training fit.</summary>
    /// <typeparam name="TSettings">The model's generated <c>Hyperparameters</c>.</typeparam>
    /// <typeparam name="TResult">What a training gives.</typeparam>
    /// <param name="table">The model's settings.</param>
    /// <param name="settings">Their values.</param>
    /// <param name="options">Facts about the machine and the caller.</param>
    /// <param name="fit">The training.</param>
    /// <exception cref="TrainException">Memory ran out, on the host or on a GPU.</exception>
    public static TResult Explained<TSettings, TResult>(
        SettingTable<TSettings> table, TSettings settings, RunOptions options, Func<TResult> fit)
        where TSettings : class, new()
    {
        try
        {
            return fit();
        }
        catch (Exception failure) when (Caused(failure))
        {
            var values = table.AttributeValues(settings);
            throw new TrainException(Line(failure, Count(values, "BatchSize"), Count(values, "Accumulate"), options), failure);
        }
    }

    /// <summary>Whether an exception says that memory did not suffice, on the host or on a GPU.</summary>
    public static bool Caused(Exception failure) => failure is not TrainException && TorchFailure.IsOutOfMemory(failure);

    /// <summary>How much was asked for in vain, in brackets; empty where the failure does not say.</summary>
    internal static string Wanted(Exception failure) => Amount().Match(TorchFailure.Complaint(failure) ?? "") is { Success: true } amount
        ? $" ({amount.Groups[1].Value} more were asked for)" : "";

    private static string Line(Exception failure, long batchSize, long accumulate, RunOptions options)
    {
        var again = options.WriteRunFolder
            ? "; the run is kept up to its last checkpoint: where there is more memory, "
                + $"resume {options.RunDirectory ?? RunFolder.Latest} goes on"
            : "";
        return $"out of memory with batches of {NumberText.Format(batchSize)} samples{Wanted(failure)}; "
            + $"{Edit(batchSize, accumulate)}{again}";
    }

    private static string Edit(long batchSize, long accumulate)
    {
        var half = NumberText.Format((batchSize + 1) / 2);
        return batchSize <= 1
            ? "use a smaller model or smaller inputs"
            : $"use BatchSize {half} (--batch-size {half}) with [Accumulate({NumberText.Format(accumulate * 2)})], which takes the same "
                + $"steps, or [Accumulate({NumberText.Format(accumulate)}, Auto = true)], which halves batches that do not fit";
    }

    private static long Count(IReadOnlyDictionary<string, string> values, string name) =>
        NumberText.TryInteger(values.GetValueOrDefault(name) ?? "", out var count) ? count : 1;

    [GeneratedRegex(@"tried to allocate ([\d.]+ \w+)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Amount();
}
