using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Features;

public sealed class ValidateTests
{
    private const string Usings = "using TrainSdk.Recording;\nusing TrainSdk.Training;\n";

    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Validate(EverySteps = 500)]", "Validate");

    [Fact]
    public void Everything_that_follows_a_validation_follows_each() =>
        FeatureSnapshot.Verify("[Hyperparams, Validate(EverySteps = 500), EarlyStop, Ema, Accumulate(2), Freeze(\"_head\", UntilEpoch = 1)]", "ValidateTogether");

    [Fact]
    public void Hooks_are_told_of_each_validation_and_of_the_epochs_end_once()
    {
        const string Hooks = """
            partial void OnValidationEnd(in ValidationSummary validation) { }
            partial void OnEpochEnd(in EpochSummary epoch) { }
            """;
        var source = Usings + ModelSource.With("[Hyperparams, Validate(EverySteps = 500)]", Hooks);
        var loop = GeneratorRun.Of(source).Clean().Of("Training");
        Assert.Contains("if (isEpochDone)\n                {\n                    model.OnEpochEnd(summary);", loop, StringComparison.Ordinal);
        Assert.Equal(2, loop.Split("model.OnValidationEnd(").Length);
    }
}
