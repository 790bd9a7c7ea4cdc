namespace TrainSdk.Generators.Tests.Features;

public sealed class AutoAugmentTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, AutoAugment(AutoAugmentPolicy.Cifar10)]", "AutoAugment");
}
