namespace TrainSdk.Generators.Tests.Features;

public sealed class FreezeTests
{
    private const string Body = "private readonly Linear _body = Linear(4, 4);";

    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Freeze(\"_body\", UntilEpoch = 5)]", "Freeze", Body);

    [Fact]
    public void By_stages() => FeatureSnapshot.Verify(
        "[Hyperparams, Freeze(\"_body.bias\"), Freeze(\"_body.weight\", UntilEpoch = 5)]", "FreezeStages", Body);

    [Theory]
    [InlineData("layer1.0.bn_1", "Layer1_0Bn1")]
    [InlineData("layer10.bn1", "Layer10Bn1")]
    [InlineData("_backbone", "Backbone")]
    [InlineData("", "")]
    public void A_setting_is_named_after_the_layers(string prefix, string name) => Assert.Equal(name, Generators.Text.PrefixName.Of(prefix));
}
