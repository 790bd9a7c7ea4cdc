namespace TrainSdk.Generators.Tests.Features;

public sealed class SgdTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams(Lr = 0.1), Sgd(Nesterov = true)]", "Sgd");
}
