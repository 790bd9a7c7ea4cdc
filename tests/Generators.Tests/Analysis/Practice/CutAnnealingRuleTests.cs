using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class CutAnnealingRuleTests
{
    private const string Id = "TRAIN2007";

    [Theory]
    [InlineData("Hyperparams(Epochs = 100), Cosine, EarlyStop(10)", "10", "[Cosine]", "a patience of 25")]
    [InlineData("Hyperparams(Epochs = 41), OneCycle, EarlyStop", "EarlyStop", "[OneCycle]", "a patience of 11")]
    [InlineData("Hyperparams(Epochs = 300), Linear, EarlyStop(20)", "20", "[Linear]", "a patience of 75")]
    [InlineData("Hyperparams(Epochs = 300), Polynomial, EarlyStop(20)", "20", "[Polynomial]", "a patience of 75")]
    public async Task A_stop_before_the_rate_is_small(string attributes, string at, string schedule, string cure) =>
        await Advice.Only(Id, at, ModelSource.With($"[{attributes}]"), schedule, cure);

    [Theory]
    [InlineData("Hyperparams(Epochs = 30), Warmup(5), Cosine, EarlyStop(10)")]
    [InlineData("Hyperparams(Epochs = 40), Cosine, EarlyStop(10)")]
    [InlineData("Hyperparams(Epochs = 100), EarlyStop(10)")]
    [InlineData("Hyperparams(Epochs = 100), Cosine")]
    [InlineData("Hyperparams(Epochs = 100), StepDecay(30), EarlyStop(10)")]
    [InlineData("Hyperparams(Epochs = 100), CosineRestarts(10), EarlyStop(10)")]
    [InlineData("Hyperparams(Epochs = 100), Cosine, EarlyStop(10, MinEpochs = 80)")]
    [InlineData("Hyperparams(Epochs = 100), Cosine, EarlyStop(10), Validate(EverySteps = 100)")]
    public async Task Nothing_is_said_of(string attributes) => await Advice.Nothing(ModelSource.With($"[{attributes}]"));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(Id, ModelSource.With("[Hyperparams(Epochs = 100), Cosine, EarlyStop(10)]"));
}
