namespace TrainSdk.Generators.Tests.Features;

public sealed class HyperparamsTests
{
    [Fact]
    public void Alone() =>
        FeatureSnapshot.Verify("[Hyperparams(Lr = 3e-4, BatchSize = 32, Epochs = 5, Seed = 1, SplitSeed = 2)]", "Hyperparams");
}
