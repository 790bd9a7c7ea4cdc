namespace TrainSdk.Generators.Tests.Features;

public sealed class FlipTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Flip(0.5, Vertical = 0.1)]", "Flip");
}
