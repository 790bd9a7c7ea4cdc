namespace TrainSdk.Generators.Tests.Features;

public sealed class ClipGradNormTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, ClipGradNorm(0.5)]", "ClipGradNorm");
}
