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
    [InlineData(
        "TRAIN1032", "[Hyperparams, Regression(Delta = 2)]", "Write [Regression(RegressionLoss.Huber)]",
        "[Hyperparams, Regression(RegressionLoss.Huber, Delta = 2)]")]
    [InlineData(
        "TRAIN1034", "[Hyperparams, OnDivergence(DivergenceAction.Skip, LrFactor = 0.5)]", "Write [OnDivergence(DivergenceAction.Rollback)]",
        "[Hyperparams, OnDivergence(DivergenceAction.Rollback, LrFactor = 0.5)]")]
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
    [InlineData("TRAIN1017", "[Hyperparams, Cosine(MinLr = 0.1)]", "Remove MinLr from [Cosine]", "[Hyperparams, Cosine]")]
    [InlineData("TRAIN1021", "[Hyperparams, ParamGroup(\"_head\")]", "Remove [ParamGroup]", "[Hyperparams]")]
    [InlineData("TRAIN1024", "[Hyperparams, Regression, MixUp(0.2)]", "Remove [MixUp]", "[Hyperparams, Regression]")]
    [InlineData("TRAIN1040", "[Hyperparams, Swa(20, Steps = 10, Lr = 0.05)]", "Remove Steps from [Swa]", "[Hyperparams, Swa(20, Lr = 0.05)]")]
    [InlineData(
        "TRAIN1041", "[Hyperparams, Freeze(\"_head\"), Freeze(\"_head\", UntilEpoch = 5)]", "Remove [Freeze]", "[Hyperparams, Freeze(\"_head\")]")]
    [InlineData(
        "TRAIN1063", "[Hyperparams(Epochs = 20), EarlyStop(MinEpochs = 20)]", "Remove MinEpochs from [EarlyStop]",
        "[Hyperparams(Epochs = 20), EarlyStop]")]
    public async Task The_attributes_are_mended(string id, string ill, string title, string mended)
    {
        var expected = mended.Length > 0 ? ModelSource.With(mended) : ModelSource.With("").Replace("\n\npublic", "\npublic", StringComparison.Ordinal);

        var text = await FixRun.Apply(id, title, ModelSource.With(ill));

        Assert.Equal(expected, text);
        Assert.Empty(await GeneratorRun.Analyze(text));
        GeneratorRun.Of(text).Clean();
    }

    [Theory]
    [InlineData("[Hyperparams, EarlyStop(0)]", "Remove Patience from [EarlyStop]", "[Hyperparams, EarlyStop]")]
    [InlineData("[Hyperparams, LabelSmoothing(amount: 1)]", "Remove Amount from [LabelSmoothing]", "[Hyperparams, LabelSmoothing]")]
    [InlineData("[Hyperparams, RandAugment(2, 31)]", "Remove Magnitude from [RandAugment]", "[Hyperparams, RandAugment(2)]")]
    [InlineData("[Hyperparams, Warmup(-1)]", "Write [Warmup(5)]", "[Hyperparams, Warmup(5)]")]
    [InlineData("[Hyperparams, Warmup(Steps = -1)]", "Write Steps = 500", "[Hyperparams, Warmup(Steps = 500)]")]
    [InlineData("[Hyperparams, StepDecay(0, Gamma = 0.5)]", "Write [StepDecay(30)]", "[Hyperparams, StepDecay(30, Gamma = 0.5)]")]
    [InlineData("[Hyperparams, CosineRestarts(Fraction = 0)]", "Write Fraction = 0.5", "[Hyperparams, CosineRestarts(Fraction = 0.5)]")]
    [InlineData(
        "[Hyperparams, StepDecay(Milestones = new double[] { 20, 0, 10 })]", "Write Milestones = new double[] { 10, 20 }",
        "[Hyperparams, StepDecay(Milestones = new double[] { 10, 20 })]")]
    [InlineData("[Hyperparams, Exponential(1)]", "Write [Exponential(0.95)]", "[Hyperparams, Exponential(0.95)]")]
    [InlineData("[Hyperparams, Swa(20)]", "Write Lr = 0.0005", "[Hyperparams, Swa(20, Lr = 0.0005)]")]
    [InlineData("[Hyperparams, Accumulate(batches: 0)]", "Remove [Accumulate]", "[Hyperparams]")]
    [InlineData("[Hyperparams, Validate]", "Remove [Validate]", "[Hyperparams]")]
    [InlineData("[Hyperparams(Epochs = 20), StepDecay(20)]", "Write [StepDecay(6)]", "[Hyperparams(Epochs = 20), StepDecay(6)]")]
    [InlineData("[Hyperparams(Epochs = 20), CosineRestarts(25)]", "Write [CosineRestarts(10)]", "[Hyperparams(Epochs = 20), CosineRestarts(10)]")]
    [InlineData("[Hyperparams(Epochs = 20), StepDecay(Fraction = 1)]", "Write Fraction = 0.33", "[Hyperparams(Epochs = 20), StepDecay(Fraction = 0.33)]")]
    [InlineData(
        "[Hyperparams(Epochs = 20), StepDecay(Milestones = new double[] { 10, 20 })]", "Write Milestones = new double[] { 10 }",
        "[Hyperparams(Epochs = 20), StepDecay(Milestones = new double[] { 10 })]")]
    [InlineData("[Hyperparams(Epochs = 1), StepDecay(1)]", "Remove [StepDecay]", "[Hyperparams(Epochs = 1)]")]
    [InlineData("[Hyperparams(Epochs = 20), Swa(20, Lr = 0.01)]", "Write [Swa(15)]", "[Hyperparams(Epochs = 20), Swa(15, Lr = 0.01)]")]
    public async Task An_argument_that_must_be_there_gets_a_usual_value(string ill, string title, string mended)
    {
        var source = ModelSource.With(ill);
        var id = Assert.Single(await GeneratorRun.Analyze(source)).Id;

        Assert.Equal([title], await FixRun.Titles(id, source));
        var text = await FixRun.Apply(id, title, source);

        Assert.Equal(ModelSource.With(mended), text);
        Assert.Empty(await GeneratorRun.Analyze(text));
        GeneratorRun.Of(text).Clean();
    }

    [Fact]
    public async Task Half_precision_on_a_cpu_is_left_to_the_device() => Assert.Equal(ModelSource.With("[Hyperparams, Amp]"), await FixRun.Apply(
        "TRAIN1026", "Write [Amp]", ModelSource.With("[Hyperparams, Amp(AmpMode.Fp16)]"), backend: "cpu"));

    [Fact]
    public async Task A_metric_that_reads_nothing_goes()
    {
        static string Source(string attributes) => $$"""
            {{ModelSource.Usings}}
            {{attributes}}
            public sealed partial class MyModel() : Module<Tensor, (Tensor Mean, Tensor Spread)>("model")
            {
                public override (Tensor Mean, Tensor Spread) forward(Tensor input) => (input, input);
                private static Tensor Loss((Tensor, Tensor) output, Tensor target) => (output.Item1 - target).square().mean();
            }
            """;
        var text = await FixRun.Apply("TRAIN1051", "Remove [Regression]", Source("[Hyperparams, Regression]"));
        Assert.Equal(Source("[Hyperparams]"), text);
        Assert.Empty(await GeneratorRun.Analyze(text));
    }

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
