using TrainSdk.Metrics;
using TrainSdk.Settings;
using TrainSdk.Trials;

namespace TrainSdk.CommandLine;

/// <summary>Batch sizes as lines: a row for each, and what follows from them.</summary>
internal static class BatchLines
{
    // Measurements differ by so much by themselves.
    private const double Alike = 0.95;
    private const long Megabyte = 1 << 20;

    /// <param name="output">Where they go.</param>
    /// <param name="rows">The batches that fit, in growing order.</param>
    /// <param name="learned">What short trainings with them came to; empty without.</param>
    /// <param name="end">Why there is no larger one.</param>
    /// <param name="next">The one that was not measured.</param>
    /// <param name="rateOf">The learning rate for a batch.</param>
    public static void Write(
        TextWriter output, IReadOnlyList<BatchRow> rows, IReadOnlyList<LearnedBatch> learned, BatchEnd end, long next,
        Func<long, double> rateOf)
    {
        if (rows.Count > 0)
        {
            string[] measured = learned.Count == 0 ? [] : ["lr", "s per epoch", .. Names(learned[0].Validation)];
            TextTable.Write(output,
            [
                ["batch", "samples/s", "ms per step", "memory MB", .. measured],
                .. rows.Select((row, at) => (string[])[.. Row(row), .. learned.Count == 0 ? [] : Cells(learned[at])]),
            ]);
        }
        output.WriteLine(Limit(end, next));
        if (rows.Count == 0)
        {
            return;
        }
        output.WriteLine($"largest --batch-size {NumberText.Format(rows[^1].Batch)}");
        var fastest = rows.Max(static row => row.Pace.SamplesPerSecond);
        var best = rows.First(row => row.Pace.SamplesPerSecond >= Alike * fastest).Batch;
        output.WriteLine($"{Choice("best", best, rateOf)}: the smallest within 5 % of the fastest");
        if (learned.Index().Where(static each => !each.Item.HasDiverged).ToArray() is { Length: > 0 } sound)
        {
            var place = sound.Aggregate(static (one, other) =>
                other.Item.Validation.Headline.IsBetterThan(one.Item.Validation.Headline.Value) ? other : one).Index;
            var name = learned[place].Validation.Headline.Name;
            output.WriteLine(
                $"{Choice("learns best", rows[place].Batch, rateOf)}: by the validation {name} after the same number of epochs");
        }
    }

    private static string Choice(string word, long batch, Func<long, double> rateOf) =>
        $"{word} --batch-size {NumberText.Format(batch)} --lr {HumanNumber.Format(rateOf(batch))}";

    private static string[] Row(BatchRow row) =>
    [
        NumberText.Format(row.Batch), HumanNumber.Format(Math.Round(row.Pace.SamplesPerSecond)),
        HumanNumber.Short(row.Pace.Times.Total.TotalMilliseconds / row.Pace.Steps), NumberText.Format(row.Bytes / Megabyte),
    ];

    private static string[] Names(Evaluation validation) =>
        validation.Metrics.Count == 0 ? ["val loss"] : [$"val {validation.Headline.Name}", "val loss"];

    private static IEnumerable<string> Cells(LearnedBatch learned)
    {
        yield return HumanNumber.Short(learned.Lr);
        yield return HumanNumber.Short(learned.SecondsPerEpoch);
        if (learned.Validation.Metrics.Count > 0)
        {
            yield return learned.HasDiverged ? "diverged" : HumanNumber.Format(learned.Validation.Headline.Value);
        }
        yield return learned.HasDiverged ? "diverged" : HumanNumber.Format(learned.Validation.Loss);
    }

    private static string Limit(BatchEnd end, long next) => end switch
    {
        BatchEnd.OutOfMemory => $"{NumberText.Format(next)} does not fit in memory",
        BatchEnd.Forecast => $"{NumberText.Format(next)} would take more than 80 % of the free memory, and was not tried",
        BatchEnd.Samples => $"{NumberText.Format(next)} is more than the training split has",
        _ => $"{NumberText.Format(next)} and more was not tried; --most gives larger ones",
    };
}
