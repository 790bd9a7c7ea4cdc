namespace TrainSdk.Generators.Tests.Features;

public sealed class RegressionTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Regression]", "Regression");
}
