using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Fixes;

/// <summary>The fixes that edit attributes: what is offered, and the class after it, which compiles and is silent.</summary>
public sealed class CureTests
{
    [Theory]
    [InlineData("TRAIN1008", "[Hyperparams, Adam, AdamW]", "Remove [AdamW]", "[Hyperparams, Adam]")]
    [InlineData("TRAIN1008", "[Hyperparams, Adam, AdamW]", "Remove [Adam]", "[Hyperparams, AdamW]")]
    [InlineData("TRAIN1009", "[Hyperparams]\n[Classification]\n[Regression]", "Remove [Classification]", "[Hyperparams]\n[Regression]")]
    [InlineData("TRAIN1018", "[Hyperparams, Cosine, Linear(0.5)]", "Remove [Linear]", "[Hyperparams, Cosine]")]
    [InlineData("TRAIN1019", "[Hyperparams, ClipGradNorm, ClipGradValue]", "Remove [ClipGradValue]", "[Hyperparams, ClipGradNorm]")]
    [InlineData("TRAIN1020", "[Hyperparams, Ema, Swa]", "Remove [Swa]", "[Hyperparams, Ema]")]
    [InlineData("TRAIN1023", "[Hyperparams, RandAugment, TrivialAugment]", "Remove [RandAugment]", "[Hyperparams, TrivialAugment]")]
    [InlineData("TRAIN1006", "[Warmup(5)]", "Add [Hyperparams]", "[Warmup(5)]\n[Hyperparams]")]
    [InlineData("TRAIN1006", "[Warmup(5)]", "Remove [Warmup]", "")]
    [InlineData("TRAIN1007", "[Hyperparams(Lr = -1)]", "Remove Lr from [Hyperparams]", "[Hyperparams]")]
    [InlineData("TRAIN1012", "[Hyperparams, Warmup]", "Write [Warmup(5)]", "[Hyperparams, Warmup(5)]")]
    [InlineData("TRAIN1012", "[Hyperparams, Warmup(5, Steps = 100)]", "Remove Steps from [Warmup]", "[Hyperparams, Warmup(5)]")]
    [InlineData(
        "TRAIN1013", "[Hyperparams(Epochs = 5), Warmup(5)]", "Write [Warmup(Fraction = 0.1)]",
        "[Hyperparams(Epochs = 5), Warmup(Fraction = 0.1)]")]
    [InlineData("TRAIN1014", "[Hyperparams, Regression, LabelSmoothing(0.1)]", "Remove [LabelSmoothing]", "[Hyperparams, Regression]")]
    [InlineData("TRAIN1022", "[Hyperparams, ParamGroup(\"_head\", LrScale = 0.1), ParamGroup(\"_head.weight\", LrScale = 0.2)]",
        "Remove [ParamGroup]", "[Hyperparams, ParamGroup(\"_head\", LrScale = 0.1)]")]
    [InlineData("TRAIN1025", "[Hyperparams, NextToken, Flip]", "Remove [Flip]", "[Hyperparams, NextToken]")]
    [InlineData(
        "TRAIN1030", "[Hyperparams, EarlyStop(10, Monitor = typeof(F1))]", "Add [Metric<F1>]",
        "[Hyperparams, EarlyStop(10, Monitor = typeof(F1))]\n[Metric<F1>]")]
    [InlineData(
        "TRAIN1030", "[Hyperparams, EarlyStop(10, Monitor = typeof(F1))]", "Remove Monitor from [EarlyStop]", "[Hyperparams, EarlyStop(10)]")]
    [InlineData("TRAIN1031", "[Hyperparams, Metric<Accuracy>]", "Remove [Metric<Accuracy>]", "[Hyperparams]")]
    [InlineData("TRAIN1032", "[Hyperparams, Regression(Delta = 2)]", "Remove Delta from [Regression]", "[Hyperparams, Regression]")]
    [InlineData("TRAIN1033", "[Hyperparams, Regression, Metric<F1>]", "Remove [Metric<F1>]", "[Hyperparams, Regression]")]
    [InlineData("TRAIN1034", "[Hyperparams, OnDivergence(LrFactor = 0.5)]", "Remove LrFactor from [OnDivergence]", "[Hyperparams, OnDivergence]")]
    [InlineData("TRAIN1042", "[Hyperparams, Freeze(\"_haed\")]", "Write [Freeze(\"_head\")]", "[Hyperparams, Freeze(\"_head\")]")]
    [InlineData("TRAIN1060", "[Hyperparams, StepDecay]", "Write [StepDecay(30)]", "[Hyperparams, StepDecay(30)]")]
    [InlineData("TRAIN1061", "[Hyperparams, OneCycle, Warmup(5)]", "Remove [Warmup]", "[Hyperparams, OneCycle]")]
    [InlineData(
        "TRAIN1062", "[Hyperparams, EarlyStop(5), ReduceLrOnPlateau(5)]", "Write [EarlyStop(12)]",
        "[Hyperparams, EarlyStop(12), ReduceLrOnPlateau(5)]")]
    [InlineData(
        "TRAIN1062", "[Hyperparams, EarlyStop(5), ReduceLrOnPlateau(5)]", "Write [ReduceLrOnPlateau(1)]",
        "[Hyperparams, EarlyStop(5), ReduceLrOnPlateau(1)]")]
    public async Task The_attributes_are_mended(string id, string ill, string title, string mended)
    {
        var expected = mended.Length > 0 ? ModelSource.With(mended) : ModelSource.With("").Replace("\n\npublic", "\npublic", StringComparison.Ordinal);

        var text = await FixRun.Apply(id, title, ModelSource.With(ill));

        Assert.Equal(expected, text);
        Assert.DoesNotContain(await GeneratorRun.Analyze(text), diagnostic => diagnostic.Id == id);
        GeneratorRun.Of(text).Clean();
    }

    [Fact]
    public async Task Half_precision_on_a_cpu_is_left_to_the_device() => Assert.Equal(ModelSource.With("[Hyperparams, Amp]"), await FixRun.Apply(
        "TRAIN1026", "Write [Amp]", ModelSource.With("[Hyperparams, Amp(AmpMode.Fp16)]"), backend: "cpu"));

    [Fact]
    public async Task All_of_a_kind_are_mended_at_once()
    {
        var ill = ModelSource.With("[Hyperparams, Warmup]", name: "One") + With("[Hyperparams, Warmup]", "Two");

        var text = await FixRun.ApplyToAll("TRAIN1012", "Write [Warmup(5)]", ill);

        Assert.Equal(ModelSource.With("[Hyperparams, Warmup(5)]", name: "One") + With("[Hyperparams, Warmup(5)]", "Two"), text);
    }

    [Fact]
    public async Task Comments_before_an_attribute_stay()
    {
        const string Ill = "/// <summary>Digits.</summary>\n// a start\n[Adam]\n[Hyperparams]\n[AdamW]";

        var text = await FixRun.Apply("TRAIN1008", "Remove [Adam]", ModelSource.With(Ill));

        Assert.Equal(ModelSource.With("/// <summary>Digits.</summary>\n// a start\n[Hyperparams]\n[AdamW]"), text);
    }

    private static string With(string attributes, string name) => ModelSource.With(attributes, name: name)[ModelSource.Usings.Length..];
}
