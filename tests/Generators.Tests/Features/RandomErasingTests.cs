namespace TrainSdk.Generators.Tests.Features;

public sealed class RandomErasingTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, RandomErasing(0.25, MaxArea = 0.2)]", "RandomErasing");
}
