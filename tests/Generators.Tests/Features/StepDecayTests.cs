namespace TrainSdk.Generators.Tests.Features;

public sealed class StepDecayTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, StepDecay(10, Gamma = 0.5)]", "StepDecay");

    [Fact]
    public void Starts_where_a_warmup_ends() => Assert.Contains(
        "ScheduleProgress.Steps(step, warmupSteps, totalSteps)",
        FeatureSnapshot.Of("[Hyperparams, StepDecay(5), Warmup(5)]").Of("Schedule"),
        StringComparison.Ordinal);

    [Fact]
    public void At_milestones() => FeatureSnapshot.Verify("[Hyperparams, StepDecay(Milestones = new double[] { 10, 20, 25.5 })]", "StepDecayMilestones");

    [Fact]
    public void After_a_warmup_at_the_scaled_rate() =>
        FeatureSnapshot.Verify("[Hyperparams, Warmup(5), ScaleLr(BaseBatchSize = 256), StepDecay(10), Sgd, Accumulate(4)]", "StepDecayScaled");

    [Theory]
    [InlineData("StepDecay(5)", "Duration.Epochs(5.0)")]
    [InlineData("StepDecay(Steps = 500)", "Duration.Steps(500)")]
    [InlineData("StepDecay(Fraction = 0.25)", "Duration.Fraction(0.25)")]
    public void The_unit_follows_the_argument(string attribute, string expected) =>
        Assert.Contains($"= {expected};", FeatureSnapshot.Of($"[Hyperparams, {attribute}]").Of("Hyperparameters"), StringComparison.Ordinal);
}
