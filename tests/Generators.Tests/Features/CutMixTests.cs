namespace TrainSdk.Generators.Tests.Features;

public sealed class CutMixTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, CutMix]", "CutMix");

    [Fact]
    public void Beside_another_mixing_there_is_one_object_and_one_target()
    {
        var loop = FeatureSnapshot.Of("[Hyperparams, Classification(ClassWeights = new[] { 1.0, 2, 3 }), LabelSmoothing, CutMix, MixUp]").Of("Training");
        Assert.Contains(
            "var mixing = new BatchMixing(settings.Seed, mixUp: settings.MixUp, cutMix: settings.CutMix);", loop, StringComparison.Ordinal);
        Assert.Contains("output, mixed.TargetLike(output), ClassWeights,", loop, StringComparison.Ordinal);
    }
}
