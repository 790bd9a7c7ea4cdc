namespace TrainSdk.Generators.Tests.Features;

public sealed class PretrainedTests
{
    private const string Body = "private readonly Linear _body = Linear(4, 4);";

    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Pretrained(\"_body\", \"body.safetensors\")]", "Pretrained", Body);

    [Fact]
    public void Whole_model() => FeatureSnapshot.Verify(
        "[Hyperparams, Pretrained(\"\", \"whole.pt\", Strip = \"module\", Except = \"_head\")]", "PretrainedWhole", Body);
}
