namespace TrainSdk.Generators.Tests.Features;

public sealed class ScaleLrTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, ScaleLr(BaseBatchSize = 256, Rule = ScaleRule.SquareRoot)]", "ScaleLr");

    [Fact]
    public void The_batch_is_that_of_a_step() => Assert.Contains(
        "settings.BatchSize * settings.Accumulate",
        FeatureSnapshot.Of("[Hyperparams, ScaleLr, Accumulate(4)]").Of("Schedule"),
        StringComparison.Ordinal);
}
