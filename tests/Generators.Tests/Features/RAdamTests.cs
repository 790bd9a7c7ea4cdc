namespace TrainSdk.Generators.Tests.Features;

public sealed class RAdamTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, RAdam(Beta2 = 0.99)]", "RAdam");
}
