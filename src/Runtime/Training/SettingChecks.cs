using Microsoft.Extensions.Logging;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Rules;

namespace TrainSdk.Training;

/// <summary>Holds a run's settings against every rule, once the data and with them the length of the run are known.</summary>
internal static class SettingChecks
{
    private static readonly (string Setting, string Attribute)[] Watchers =
        [("EarlyStop", "EarlyStop"), ("ReduceLrOnPlateau", "ReduceLrOnPlateau"), ("ValidateEverySteps", "Validate")];

    /// <summary>Logs what is only doubtful.</summary>
    /// <param name="values">Invariant text by name, without the constructor's values.</param>
    /// <param name="data">The splits.</param>
    /// <param name="batchSize">Samples per batch.</param>
    /// <param name="accumulate">Batches per optimizer step.</param>
    /// <param name="logger">Takes warnings.</param>
    /// <exception cref="TrainException">A rule is broken.</exception>
    public static void Check(
        IReadOnlyDictionary<string, string> values, DataSplits data, int batchSize, int accumulate, ILogger? logger)
    {
        var broken = Broken(values, data, batchSize, accumulate);
        if (Complaint(broken) is { } complaint)
        {
            throw new TrainException(complaint);
        }
        var watcher = Watchers.FirstOrDefault(watcher => values.ContainsKey(watcher.Setting)).Attribute;
        if (data.Validation is null && watcher is not null)
        {
            throw new TrainException(
                $"[{watcher}] watches the validation, but the data have no validation split; give one, or take the attribute away");
        }
        foreach (var violation in broken.Where(static violation => violation.Rule.AtRunTime == Severity.Warning))
        {
            logger?.LogWarning("{Violation}", violation.Message);
        }
    }

    /// <summary>The rules that the values break with these data.</summary>
    public static IReadOnlyList<Violation> Broken(
        IReadOnlyDictionary<string, string> values, DataSplits data, int batchSize, int accumulate)
    {
        long? stepsPerEpoch = batchSize > 0 && accumulate > 0
            ? BatchBounds.Steps(EpochLength.Batches(data.Train, batchSize, accumulate), accumulate)
            : null;
        return RuleTable.Check(values, stepsPerEpoch);
    }

    /// <summary>Why a run cannot begin, in one line; null where it can.</summary>
    public static string? Complaint(IEnumerable<Violation> broken)
    {
        var errors = broken.Where(static violation => violation.Rule.AtRunTime == Severity.Error).ToArray();
        return errors.Length > 0 ? string.Join("; ", errors.Select(static violation => violation.Message)) : null;
    }
}
