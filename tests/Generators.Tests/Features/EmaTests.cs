namespace TrainSdk.Generators.Tests.Features;

public sealed class EmaTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Ema(0.99)]", "Ema");
}
