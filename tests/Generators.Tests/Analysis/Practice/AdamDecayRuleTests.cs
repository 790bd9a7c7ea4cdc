using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class AdamDecayRuleTests
{
    private const string Id = "TRAIN2004";

    [Theory]
    [InlineData("Adam(WeightDecay = 1e-4)", "WeightDecay = 1e-4")]
    [InlineData("Adam(Beta1 = 0.5, WeightDecay = 0.01)", "WeightDecay = 0.01")]
    public async Task Weight_decay_of_Adam(string attribute, string at) =>
        await Advice.Only(Id, at, ModelSource.With($"[Hyperparams, {attribute}]"), "[AdamW]");

    [Theory]
    [InlineData("Adam")]
    [InlineData("Adam(WeightDecay = 0)")]
    [InlineData("AdamW(WeightDecay = 1e-2)")]
    [InlineData("Sgd(WeightDecay = 1e-4)")]
    public async Task Nothing_is_said_of(string attribute) => await Advice.Nothing(ModelSource.With($"[Hyperparams, {attribute}]"));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(Id, ModelSource.With("[Hyperparams, Adam(WeightDecay = 1e-4)]"));
}
