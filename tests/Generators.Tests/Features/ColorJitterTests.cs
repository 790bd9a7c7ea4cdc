namespace TrainSdk.Generators.Tests.Features;

public sealed class ColorJitterTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, ColorJitter(Hue = 0.05)]", "ColorJitter");
}
