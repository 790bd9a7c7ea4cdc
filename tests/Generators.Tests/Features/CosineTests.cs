using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Features;

public sealed class CosineTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Cosine(MinLr = 1e-5)]", "Cosine");

    [Fact]
    public void Starts_where_a_warmup_ends() => Assert.Contains(
        "ScheduleProgress.Of(step, warmupSteps, totalSteps)",
        GeneratorRun.Of(ModelSource.With("[Hyperparams, Cosine, Warmup(5)]")).Clean().Of("Schedule"),
        StringComparison.Ordinal);
}
