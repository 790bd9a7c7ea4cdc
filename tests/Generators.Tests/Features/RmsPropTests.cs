namespace TrainSdk.Generators.Tests.Features;

public sealed class RmsPropTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, RmsProp(Momentum = 0.9, Centered = true)]", "RmsProp");
}
