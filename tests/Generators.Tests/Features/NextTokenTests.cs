namespace TrainSdk.Generators.Tests.Features;

public sealed class NextTokenTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, NextToken(IgnoreIndex = 0), LabelSmoothing(0.1)]", "NextToken");

    [Fact]
    public void Without_arguments() => Assert.Contains(
        "var (sum, weight) = CrossEntropy.OfTokens(output, batch.Target);", FeatureSnapshot.Of("[Hyperparams, NextToken]").Of("Training"), StringComparison.Ordinal);
}
