namespace TrainSdk.Generators.Tests.Features;

public sealed class AmpTests
{
    private const string SumAndWeight = "private static (Tensor Sum, Tensor Weight) Loss(Tensor output, Tensor target) => (output.sum(), target.sum());";

    [Fact]
    public void Alone() => FeatureSnapshot.Verify("[Hyperparams, Amp]", "Amp");

    [Fact]
    public void A_loss_with_its_own_weight_and_no_metric()
    {
        var loop = FeatureSnapshot.Verify("[Hyperparams, Amp(AmpMode.Fp16)]", "AmpSumAndWeight", SumAndWeight).Of("Training");
        Assert.Contains("Tensor sum, weight;", loop, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Amp", "AmpMode.Auto", "auto")]
    [InlineData("Amp(AmpMode.Off)", "AmpMode.Off", "off")]
    [InlineData("Amp(mode: AmpMode.Fp16)", "AmpMode.Fp16", "fp16")]
    public void The_mode_is_the_default_of_the_setting(string attribute, string code, string word)
    {
        var settings = FeatureSnapshot.Of($"[Hyperparams, {attribute}]").Of("Hyperparameters");
        Assert.Contains($"public AmpMode Amp {{ get; init; }} = {code};", settings, StringComparison.Ordinal);
        Assert.Contains($"default {word}.", settings, StringComparison.Ordinal);
    }
}
