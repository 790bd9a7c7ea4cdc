namespace TrainSdk.Pairs.Tests;

/// <summary>What is learned and what is measured.</summary>
internal static class ObjectiveParts
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("[Classification]", "Classification(ClassWeights = new[] { 0.5, 2, 1 })", static recipe => recipe with { Criterion = Criteria.Weighted })
        {
            Target = TargetKind.Classes,
        },
        new("[Binary]", "Binary", static recipe => recipe) { Target = TargetKind.Binary },
        new("[MultiLabel]", "MultiLabel", static recipe => recipe) { Target = TargetKind.Labels },
        new("[Regression]", "Regression", static recipe => recipe) { Target = TargetKind.Values },
        new("[NextToken]", "NextToken", static recipe => recipe) { Target = TargetKind.Tokens },
        new("Loss(…)", "", static recipe => recipe with { Criterion = Criteria.Own })
        {
            Members = "private static Tensor Loss(Tensor output, Tensor target) => output.square().mean();",
        },
        new("[Metric]", "Metric<OwnMetric>", static recipe => recipe),
        new("[LabelSmoothing]", "LabelSmoothing(0.2)", static recipe => recipe with { Smoothing = 0.2 }),
    ];
}
