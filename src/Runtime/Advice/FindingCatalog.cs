using TrainSdk.Advice.Findings;
using TrainSdk.Recording;

namespace TrainSdk.Advice;

/// <summary>Everything that advice knows, what should be changed first standing first.</summary>
internal static class FindingCatalog
{
    public static IReadOnlyList<FindingRule> Rules { get; } =
    [
        new LrTooHigh(),
        new AmpScaleCollapsing(),
        new ExplodingGradients(),
        new LossSpikes(),
        new AlwaysClipping(),
        new LrTooLow(),
        new BatchTooLarge(),
        new BatchTooSmall(),
        new TinyBatchNorm(),
        new DeadUnits(),
        new VanishingGradients(),
        new FrozenForever(),
        new StoppedTooSoon(),
        new NoisyValidation(),
        new PlateauWithoutDecay(),
        new Overfitting(),
        new Underfitting(),
        new ClassImbalance(),
        new LabelNoise(),
        new DataBound(),
        new AmpNotPaying(),
    ];

    /// <summary>What a run shows; empty for a run that is as it should be, and for one that is too short to tell.</summary>
    public static IReadOnlyList<Finding> In(RunHistory history)
    {
        var run = new RunFacts(history);
        return [.. Rules.Select(rule => rule.Look(run)).OfType<Finding>()];
    }
}
