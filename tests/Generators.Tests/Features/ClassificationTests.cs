namespace TrainSdk.Generators.Tests.Features;

public sealed class ClassificationTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Classification]", "Classification");

    [Fact]
    public void With_weights_of_classes() => FeatureSnapshot.Verify(
        "[Hyperparams, Classification(ClassWeights = new[] { 0.5, 1, 2 }), LabelSmoothing(0.1)]", "ClassWeights");
}
