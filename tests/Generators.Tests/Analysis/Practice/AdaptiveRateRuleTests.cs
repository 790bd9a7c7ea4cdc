using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class AdaptiveRateRuleTests
{
    private const string Id = "TRAIN2002";

    [Theory]
    [InlineData("Hyperparams(Lr = 0.02)", "Lr = 0.02", "Adam", "Lr = 1e-3")]
    [InlineData("Hyperparams(Lr = 0.1), AdamW", "Lr = 0.1", "AdamW", "Lr = 1e-3")]
    [InlineData("Hyperparams(Lr = 0.1), NAdam", "Lr = 0.1", "NAdam", "Lr = 1e-3")]
    [InlineData("Hyperparams(Lr = 0.1), RAdam, Warmup(5)", "Lr = 0.1", "RAdam", "Lr = 1e-3")]
    [InlineData("Hyperparams(Lr = 0.1), Lion", "Lr = 0.1", "Lion", "Lr = 1e-4")]
    [InlineData("Hyperparams(Lr = 0.005, BatchSize = 512), Adam, ScaleLr(Rule = ScaleRule.SquareRoot)", "ScaleLr(Rule = ScaleRule.SquareRoot)", "Adam", "BaseBatchSize")]
    public async Task A_high_rate_of_an_Adam(string attributes, string at, string optimizer, string cure) =>
        await Advice.Only(Id, at, ModelSource.With($"[{attributes}]"), $"every step of {optimizer} ", cure);

    [Theory]
    [InlineData("Hyperparams(Lr = 0.01), AdamW")]
    [InlineData("Hyperparams(Lr = 0.1), Sgd")]
    [InlineData("Hyperparams(Lr = 0.02), RmsProp")]
    [InlineData("Hyperparams(Lr = 0.1), Adagrad")]
    [InlineData("Hyperparams(Lr = 0.02, BatchSize = 16), Adam, ScaleLr(BaseBatchSize = 256, Rule = ScaleRule.SquareRoot)")]
    [InlineData("Hyperparams(Lr = double.PositiveInfinity)")]
    [InlineData("Hyperparams(Lr = double.NaN)")]
    public async Task Nothing_is_said_of(string attributes) => await Advice.Nothing(ModelSource.With($"[{attributes}]"));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(Id, ModelSource.With("[Hyperparams(Lr = 0.02)]"));
}
