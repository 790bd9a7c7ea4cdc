using TrainSdk.Recording;

namespace TrainSdk.Reports.Charts;

/// <summary>
/// What a curve runs along: epochs where a run has finished two or more, so that runs of other batch sizes lie beside each other; steps
/// before that.
/// </summary>
/// <param name="StepsPerEpoch">Optimizer steps in an epoch; null to count in steps.</param>
internal sealed record ChartAxis(double? StepsPerEpoch)
{
    private const int FewestEpochs = 2;

    /// <summary>What is counted.</summary>
    public string Unit => StepsPerEpoch is null ? "step" : "epoch";

    /// <summary>The axis of a run.</summary>
    public static ChartAxis Of(RunHistory run) => new(run.Epochs.Count >= FewestEpochs ? StepsOf(run) : null);

    /// <summary>One axis for each of several runs: all in epochs, or all in steps where one has not finished any.</summary>
    public static IReadOnlyList<ChartAxis> Of(IReadOnlyList<RunHistory> runs)
    {
        var hasEpochs = runs.All(static run => run.Epochs.Count > 0) && runs.Any(static run => run.Epochs.Count >= FewestEpochs);
        return [.. runs.Select(run => new ChartAxis(hasEpochs ? StepsOf(run) : null))];
    }

    /// <summary>Where a number of finished steps lies.</summary>
    public double At(long steps) => steps / (StepsPerEpoch ?? 1);

    private static double StepsOf(RunHistory run) => (double)run.Epochs[^1].Step / (run.Epochs[^1].Epoch + 1);
}
