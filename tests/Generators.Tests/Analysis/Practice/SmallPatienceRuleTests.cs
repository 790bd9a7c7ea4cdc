using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class SmallPatienceRuleTests
{
    private const string Id = "TRAIN2006";

    [Theory]
    [InlineData("EarlyStop(5)", "5")]
    [InlineData("EarlyStop(9)", "9")]
    public async Task A_patience_below_the_usual(string attribute, string at) =>
        await Advice.Only(Id, at, ModelSource.With($"[Hyperparams, {attribute}]"), "[EarlyStop(10)]");

    [Theory]
    [InlineData("Hyperparams, EarlyStop")]
    [InlineData("Hyperparams, EarlyStop(10)")]
    [InlineData("Hyperparams(Epochs = 24), EarlyStop(8)")]
    [InlineData("Hyperparams, EarlyStop(6, MinEpochs = 20)")]
    public async Task Nothing_is_said_of(string attributes) => await Advice.Nothing(ModelSource.With($"[{attributes}]"));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(Id, ModelSource.With("[Hyperparams, EarlyStop(6)]"));
}
