using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Settings;

public sealed class SettingNameTests
{
    [Theory]
    [InlineData("Lr", "--lr", "lr", "TRAIN__LR")]
    [InlineData("ClipGradNorm", "--clip-grad-norm", "clipGradNorm", "TRAIN__CLIPGRADNORM")]
    [InlineData("CosineMinLr", "--cosine-min-lr", "cosineMinLr", "TRAIN__COSINEMINLR")]
    [InlineData("Beta1", "--beta1", "beta1", "TRAIN__BETA1")]
    [InlineData("Beta1Decay", "--beta1-decay", "beta1Decay", "TRAIN__BETA1DECAY")]
    [InlineData("UseBNLayer", "--use-bn-layer", "useBNLayer", "TRAIN__USEBNLAYER")]
    [InlineData("N", "--n", "n", "TRAIN__N")]
    public void OneNameInThreePlaces(string name, string option, string json, string environment)
    {
        Assert.Equal(option, SettingName.Option(name));
        Assert.Equal(json, SettingName.Json(name));
        Assert.Equal(environment, SettingName.Environment(name));
    }
}
