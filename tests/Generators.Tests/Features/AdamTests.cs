namespace TrainSdk.Generators.Tests.Features;

public sealed class AdamTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Adam(WeightDecay = 1e-4)]", "Adam");
}
