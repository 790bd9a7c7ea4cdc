namespace TrainSdk.Generators.Tests.Features;

public sealed class PolynomialTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Polynomial(2, MinLr = 1e-5)]", "Polynomial");

    [Fact]
    public void Starts_where_a_warmup_ends() => Assert.Contains(
        "ScheduleProgress.Of(step, warmupSteps, totalSteps)",
        FeatureSnapshot.Of("[Hyperparams, Polynomial, Warmup(5)]").Of("Schedule"),
        StringComparison.Ordinal);
}
