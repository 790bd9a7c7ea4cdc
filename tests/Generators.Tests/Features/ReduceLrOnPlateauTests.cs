namespace TrainSdk.Generators.Tests.Features;

public sealed class ReduceLrOnPlateauTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, ReduceLrOnPlateau(3, Factor = 0.5)]", "ReduceLrOnPlateau");

    [Fact]
    public void On_top_of_a_schedule() => FeatureSnapshot.Verify(
        "[Hyperparams, Sgd, ScaleLr, Warmup(5), Linear, ReduceLrOnPlateau(ThresholdMode = ThresholdMode.Absolute), EarlyStop(12, MinEpochs = 8)]",
        "ReduceLrOnPlateauScheduled");

    [Fact]
    public void Watching_a_metric()
    {
        var loop = FeatureSnapshot.Of("[Hyperparams, ReduceLrOnPlateau(Monitor = typeof(TrainSdk.Metrics.Accuracy))]").Of("Training");
        Assert.Contains("plateau.Update(validation.Of<Accuracy>());", loop, StringComparison.Ordinal);
        Assert.Contains("run.OfferBest(summary);", loop, StringComparison.Ordinal);
    }
}
