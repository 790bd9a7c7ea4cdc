namespace TrainSdk.Generators.Tests.Features;

public sealed class ExponentialTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Exponential(0.95)]", "Exponential");

    [Fact]
    public void Starts_where_a_warmup_ends() => Assert.Contains(
        "ScheduleProgress.Steps(step, warmupSteps, totalSteps)",
        FeatureSnapshot.Of("[Hyperparams, Exponential(0.9), Warmup(5)]").Of("Schedule"),
        StringComparison.Ordinal);
}
