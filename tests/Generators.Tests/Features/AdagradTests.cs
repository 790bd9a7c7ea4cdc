namespace TrainSdk.Generators.Tests.Features;

public sealed class AdagradTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams(Lr = 0.01), Adagrad(InitialSum = 0.1)]", "Adagrad");
}
