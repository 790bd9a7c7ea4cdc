namespace TrainSdk.Generators.Tests.Features;

public sealed class EarlyStopTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, EarlyStop(12, MinDelta = 1e-3)]", "EarlyStop");

    [Fact]
    public void Watching_a_metric()
    {
        var loop = FeatureSnapshot.Of("[Hyperparams, EarlyStop(Monitor = typeof(TrainSdk.Metrics.Accuracy))]").Of("Training");
        Assert.Contains("run.OfferBest(summary, validation.Of<Accuracy>());", loop, StringComparison.Ordinal);
        Assert.Contains("if (earlyStop.Update(validation.Of<Accuracy>()))", loop, StringComparison.Ordinal);
    }

    [Fact]
    public void After_a_number_of_epochs() => Assert.Contains(
        "if (earlyStop.Update(validation.Loss) && step >= settings.EarlyStopMinEpochs * run.StepsPerEpoch)",
        FeatureSnapshot.Of("[Hyperparams, EarlyStop(MinEpochs = 8)]").Of("Training"),
        StringComparison.Ordinal);
}
