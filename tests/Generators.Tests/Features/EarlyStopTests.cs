namespace TrainSdk.Generators.Tests.Features;

public sealed class EarlyStopTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, EarlyStop(12, MinDelta = 1e-3)]", "EarlyStop");
}
