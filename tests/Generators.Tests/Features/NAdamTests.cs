namespace TrainSdk.Generators.Tests.Features;

public sealed class NAdamTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams(Lr = 2e-3), NAdam(MomentumDecay = 0.01, Decoupled = true)]", "NAdam");
}
