namespace TrainSdk.Generators.Tests.Features;

public sealed class CosineRestartsTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, CosineRestarts(2, Multiplier = 2, MinLr = 1e-5)]", "CosineRestarts");

    [Fact]
    public void Starts_where_a_warmup_ends() => Assert.Contains(
        "ScheduleProgress.Steps(step, warmupSteps, totalSteps)",
        FeatureSnapshot.Of("[Hyperparams, CosineRestarts(5), Warmup(5)]").Of("Schedule"),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("CosineRestarts(5)", "Duration.Epochs(5.0)")]
    [InlineData("CosineRestarts(Steps = 500)", "Duration.Steps(500)")]
    [InlineData("CosineRestarts(Fraction = 0.25, Multiplier = 2)", "Duration.Fraction(0.25)")]
    public void The_unit_follows_the_argument(string attribute, string expected) =>
        Assert.Contains($"= {expected};", FeatureSnapshot.Of($"[Hyperparams, {attribute}]").Of("Hyperparameters"), StringComparison.Ordinal);
}
