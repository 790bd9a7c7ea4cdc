using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class LinearScalingRuleTests
{
    private const string Id = "TRAIN2001";

    [Theory]
    [InlineData("ScaleLr", "ScaleLr")]
    [InlineData("AdamW, ScaleLr(Rule = ScaleRule.Linear)", "Rule = ScaleRule.Linear")]
    [InlineData("Lion, ScaleLr", "ScaleLr")]
    public async Task Proportional_scaling_of_an_adaptive_method(string attributes, string at) =>
        await Advice.Only(Id, at, ModelSource.With($"[Hyperparams, {attributes}]"), "SquareRoot");

    [Theory]
    [InlineData("ScaleLr(Rule = ScaleRule.SquareRoot)")]
    [InlineData("Sgd, ScaleLr")]
    public async Task The_root_and_Sgd_are_fine(string attributes) => await Advice.Nothing(ModelSource.With($"[Hyperparams, {attributes}]"));

    [Fact]
    public async Task Can_be_suppressed() => await Advice.Suppressible(Id, ModelSource.With("[Hyperparams, ScaleLr]"));
}
