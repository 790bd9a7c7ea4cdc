using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

public sealed class LayerTests
{
    private const string Body = "private readonly Linear _body = Linear(4, 4);";

    [Theory]
    [InlineData("Freeze(\"_body\"), Freeze(\"_body\", UntilEpoch = 5)", "[Freeze(\"_body\")] and [Freeze(\"_body\", UntilEpoch = 5)]")]
    [InlineData("Freeze(\"_body\"), Freeze(\"_body.\", UntilEpoch = 5)", "same layers")]
    public async Task TRAIN1041_the_same_layers_twice(string attributes, string words)
    {
        var source = ModelSource.With($"[Hyperparams, {attributes}]", Body);
        await Expect.Only("TRAIN1041", attributes.Split(", ", 2)[1], source, words);
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Freeze(\"backbone\")", "\"backbone\"")]
    [InlineData("Freeze(\"backbone.conv1\", UntilEpoch = 2)", "\"backbone.conv1\"")]
    [InlineData("Pretrained(\"backbone\", \"weights.pt\")", "\"backbone\"")]
    public async Task TRAIN1042_layers_that_are_not_there(string attribute, string at)
    {
        var source = ModelSource.With($"[Hyperparams, {attribute}]", Body);
        await Expect.Only("TRAIN1042", at, source, "has no layer \"backbone\"", "_head, _body");
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("private void Add() => register_module(\"backbone\", Linear(4, 4));")]
    [InlineData("protected override void RegisterComponents() => base.RegisterComponents();")]
    public async Task Layers_that_are_registered_by_hand_are_left_to_the_run(string member) =>
        await Expect.Nothing(ModelSource.With("[Hyperparams, Freeze(\"backbone\")]", member));

    [Fact]
    public async Task TRAIN1007_epoch() => await Expect.Only(
        "TRAIN1007", "UntilEpoch = -1", ModelSource.With("[Hyperparams, Freeze(\"_body\", UntilEpoch = -1)]", Body), "FreezeBody is -1");
}
