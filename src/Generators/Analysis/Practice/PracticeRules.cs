namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>Every rule of practice, one line each: the only list that a new one joins.</summary>
internal static class PracticeRules
{
    public static IReadOnlyList<PracticeRule> All { get; } =
    [
        new LinearScalingRule(),
        new AdaptiveRateRule(),
        new LargeBatchRule(),
        new AdamDecayRule(),
        new TinyPatienceRule(),
        new SmallPatienceRule(),
        new CutAnnealingRule(),
        new UnclippedRecurrenceRule(),
        new FullPrecisionOnCudaRule(),
        new UnfrozenBackboneRule(),
        new TrunkDropoutRule(),
        new PlainDepthRule(),
        new SoftmaxIntoCrossEntropyRule(),
        new SigmoidIntoLogitsRule(),
        new BatchNormBatchRule(),
        new BiasBeforeBatchNormRule(),
    ];
}
