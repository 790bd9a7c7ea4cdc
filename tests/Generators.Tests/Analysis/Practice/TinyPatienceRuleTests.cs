using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class TinyPatienceRuleTests
{
    private const string Id = "TRAIN2005";

    [Theory]
    [InlineData("Hyperparams, EarlyStop(4)", "4")]
    [InlineData("Hyperparams, EarlyStop(patience: 1, MinDelta = 0.1)", "patience: 1")]
    [InlineData("Hyperparams(Epochs = 10), EarlyStop(3)", "3")]
    public async Task A_patience_that_stops_on_noise(string attributes, string at) =>
        await Advice.Only(Id, at, ModelSource.With($"[{attributes}]"), "[EarlyStop(10)]");

    [Theory]
    [InlineData("Hyperparams, EarlyStop(0)")]
    [InlineData("Hyperparams(Epochs = 12), EarlyStop(4)")]
    [InlineData("Hyperparams, EarlyStop(2, MinEpochs = 15)")]
    [InlineData("Hyperparams, EarlyStop(2), Validate(EverySteps = 100)")]
    public async Task Nothing_is_said_of(string attributes) => await Advice.Nothing(ModelSource.With($"[{attributes}]"));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(Id, ModelSource.With("[Hyperparams, EarlyStop(2)]"));
}
