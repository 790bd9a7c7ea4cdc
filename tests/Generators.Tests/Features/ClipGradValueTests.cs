namespace TrainSdk.Generators.Tests.Features;

public sealed class ClipGradValueTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, ClipGradValue(0.5)]", "ClipGradValue");
}
