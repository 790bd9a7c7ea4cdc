namespace TrainSdk.Generators.Tests.Features;

public sealed class RandAugmentTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, RandAugment(3, 5)]", "RandAugment");
}
