using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Features;

public sealed class WarmupTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Warmup(5)]", "Warmup");

    [Theory]
    [InlineData("Warmup(5)", "Duration.Epochs(5.0)")]
    [InlineData("Warmup(0.5)", "Duration.Epochs(0.5)")]
    [InlineData("Warmup(Steps = 500)", "Duration.Steps(500)")]
    [InlineData("Warmup(Fraction = 0.1)", "Duration.Fraction(0.1)")]
    public void The_unit_follows_the_argument(string attribute, string expected) =>
        Assert.Contains($"= {expected};", GeneratorRun.Of(ModelSource.With($"[Hyperparams, {attribute}]")).Clean().Of("Hyperparameters"), StringComparison.Ordinal);
}
