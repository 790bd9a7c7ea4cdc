using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

public sealed class ParameterGroupTests
{
    [Theory]
    [InlineData("""Hyperparams, ParamGroup("")""", "names no parameters")]
    [InlineData("""Hyperparams, ParamGroup(".", LrScale = 2)""", "names no parameters")]
    [InlineData("""Hyperparams, ParamGroup("_head")""", "sets nothing")]
    public async Task TRAIN1021_empty_group(string attributes, string words) =>
        await Expect.Only("TRAIN1021", attributes[13..], ModelSource.With($"[{attributes}]"), words, "LrScale = 0.1");

    [Theory]
    [InlineData("""ParamGroup("_head", LrScale = 2), ParamGroup("_head", WeightDecay = 0)""", """ParamGroup("_head", WeightDecay = 0)""", "the same parameters")]
    [InlineData("""ParamGroup("_head.weight", LrScale = 2), ParamGroup("_head", LrScale = 0.5)""", """ParamGroup("_head.weight", LrScale = 2)""", "the same parameters")]
    [InlineData("""ParamGroup("_head.weight", LrScale = 2), ParamGroup("_head..weight", LrScale = 2)""", """ParamGroup("_head.weight", LrScale = 2)""", "settings named HeadWeight")]
    public async Task TRAIN1022_groups_overlap(string attributes, string at, string words) =>
        await Expect.Only("TRAIN1022", at, ModelSource.With($"[Hyperparams, {attributes}]"), words);

    [Theory]
    [InlineData("""ParamGroup("_head", LrScale = 0)""", "LrScale = 0", "HeadLrScale is 0 but must be greater than 0")]
    [InlineData("""ParamGroup("_head", WeightDecay = -1)""", "WeightDecay = -1", "HeadWeightDecay is -1 but must be at least 0")]
    public async Task TRAIN1007_ranges_of_a_group(string attribute, string at, string words) =>
        await Expect.Only("TRAIN1007", at, ModelSource.With($"[Hyperparams, {attribute}]"), words);

    [Fact]
    public async Task TRAIN1042_a_layer_that_is_not_there() => await Expect.Only(
        "TRAIN1042", """ParamGroup("body", LrScale = 2)""", ModelSource.With("""[Hyperparams, ParamGroup("body", LrScale = 2)]"""), "body", "_head");

    [Fact]
    public async Task A_method_is_no_layer() => await Expect.Nothing(ModelSource.With(
        "[Hyperparams, ParamGroup(nameof(Mine), LrScale = 2)]", "private Parameter[] Mine() => [_head.weight!];"));
}
