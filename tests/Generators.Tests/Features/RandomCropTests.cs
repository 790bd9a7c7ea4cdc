namespace TrainSdk.Generators.Tests.Features;

public sealed class RandomCropTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, RandomCrop(2)]", "RandomCrop");
}
