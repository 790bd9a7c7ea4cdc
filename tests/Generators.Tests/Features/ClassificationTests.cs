namespace TrainSdk.Generators.Tests.Features;

public sealed class ClassificationTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Classification]", "Classification");
}
