namespace TrainSdk.Generators.Tests.Features;

public sealed class MultiLabelTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, MultiLabel(PosWeights = new[] { 1.5, 1, 0.5 })]", "MultiLabel");

    [Fact]
    public void Without_arguments() => Assert.Contains(
        "metrics.Add(output, batch.Target > 0.5);", FeatureSnapshot.Of("[Hyperparams, MultiLabel]").Of("Training"), StringComparison.Ordinal);
}
