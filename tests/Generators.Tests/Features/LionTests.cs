namespace TrainSdk.Generators.Tests.Features;

public sealed class LionTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams(Lr = 1e-4), Lion(WeightDecay = 0.1, ExcludeBiasAndNorm = true)]", "Lion");
}
