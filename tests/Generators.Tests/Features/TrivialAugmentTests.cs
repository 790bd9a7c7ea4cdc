namespace TrainSdk.Generators.Tests.Features;

public sealed class TrivialAugmentTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, TrivialAugment]", "TrivialAugment");
}
