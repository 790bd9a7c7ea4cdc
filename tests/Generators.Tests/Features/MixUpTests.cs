namespace TrainSdk.Generators.Tests.Features;

public sealed class MixUpTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, MixUp(0.4)]", "MixUp");

    [Fact]
    public void The_metric_keeps_the_batch_and_validation_the_criterion()
    {
        var loop = FeatureSnapshot.Of("[Hyperparams, MixUp]").Of("Training");
        Assert.Contains("metrics.Add(output, batch.Target);", loop, StringComparison.Ordinal);
        Assert.Contains("losses.Add(cross_entropy(output, batch.Target), batch.Count);", loop, StringComparison.Ordinal);
    }

    [Fact]
    public void A_batch_of_a_window_is_mixed_by_its_place() => Assert.Contains(
        "var mixed = mixing.Apply(batch, step, window.Position);",
        FeatureSnapshot.Of("[Hyperparams, MixUp, Accumulate(2)]").Of("Training"),
        StringComparison.Ordinal);
}
