namespace TrainSdk.Generators.Tests.Features;

public sealed class AdamWTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, AdamW(WeightDecay = 0.01, Beta2 = 0.99)]", "AdamW");
}
