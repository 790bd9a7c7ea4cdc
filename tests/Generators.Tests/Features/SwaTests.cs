using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Features;

public sealed class SwaTests
{
    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Swa(20, Lr = 0.05)]", "Swa");

    [Fact]
    public void Goes_over_from_the_schedule_and_measures_in_the_precision_of_training() =>
        FeatureSnapshot.Verify("[Hyperparams, Warmup(5), Cosine, Amp, Swa(Lr = 0.05, AnnealEpochs = 3)]", "SwaWarmupCosineAmp");

    [Theory]
    [InlineData("Swa(20, Lr = 0.05)", "Duration.Epochs(20.0)")]
    [InlineData("Swa(Steps = 500, Lr = 0.05)", "Duration.Steps(500)")]
    [InlineData("Swa(Fraction = 0.5, Lr = 0.05)", "Duration.Fraction(0.5)")]
    [InlineData("Swa(Lr = 0.05)", "Duration.Fraction(0.75)")]
    public void The_unit_follows_the_argument(string attribute, string expected) =>
        Assert.Contains($"= {expected};", GeneratorRun.Of(ModelSource.With($"[Hyperparams, {attribute}]")).Clean().Of("Hyperparameters"), StringComparison.Ordinal);
}
