namespace TrainSdk.Generators.Tests.Features;

public sealed class LinearTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Linear(MinLr = 1e-5)]", "Linear");

    [Fact]
    public void Starts_where_a_warmup_ends() => Assert.Contains(
        "ScheduleProgress.Of(step, warmupSteps, totalSteps)",
        FeatureSnapshot.Of("[Hyperparams, Linear, Warmup(5)]").Of("Schedule"),
        StringComparison.Ordinal);
}
