using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

public sealed class UnfrozenBackboneRuleTests
{
    private const string Id = "TRAIN2010";
    private const string Body = "private readonly Linear _body = Linear(4, 4);";

    [Theory]
    [InlineData("Pretrained(\"_body\", \"weights.pt\")", "\"_body\"", "[Freeze(\"_body\")]")]
    [InlineData("Pretrained(\"\", \"weights.pt\", Except = \"_head\")", "\"\"", "[Freeze] for them")]
    public async Task A_pretrained_body_beside_a_fresh_head(string attribute, string at, string cure) =>
        await Advice.Only(Id, at, ModelSource.With($"[Hyperparams, {attribute}]", Body), cure);

    [Theory]
    [InlineData("Hyperparams, Pretrained(\"\", \"weights.pt\")")]
    [InlineData("Hyperparams, Pretrained(\"_body\", \"weights.pt\"), Freeze(\"_body\", UntilEpoch = 5)")]
    [InlineData("Hyperparams, Pretrained(\"_body\", \"weights.pt\"), ParamGroup(\"_body\", LrScale = 0.1)")]
    [InlineData("Hyperparams(Lr = 5e-5), Pretrained(\"_body\", \"weights.pt\")")]
    public async Task Nothing_is_said_of(string attributes) => await Advice.Nothing(ModelSource.With($"[{attributes}]", Body));

    [Fact]
    public async Task Can_be_suppressed() =>
        await Advice.Suppressible(Id, ModelSource.With("[Hyperparams, Pretrained(\"_body\", \"weights.pt\")]", Body));
}
