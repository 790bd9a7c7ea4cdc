using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

public sealed class AttributeTests
{
    private const string OwnLoss = "private static Tensor Loss(Tensor output, Tensor target) => output.sum();";

    [Theory]
    [InlineData("Warmup(5)", "[Warmup]")]
    [InlineData("AdamW(WeightDecay = 1e-4)", "[AdamW]")]
    [InlineData("Classification", "[Classification]")]
    public async Task TRAIN1006_orphan(string attribute, string words) =>
        await Expect.Only("TRAIN1006", attribute, ModelSource.With($"[{attribute}]"), words, "[Hyperparams]");

    [Theory]
    [InlineData("Hyperparams(Lr = 0)", "Lr = 0", "greater than 0")]
    [InlineData("Hyperparams(Lr = double.NaN)", "Lr = double.NaN", "NaN")]
    [InlineData("Hyperparams(Lr = double.PositiveInfinity)", "Lr = double.PositiveInfinity", "Infinity")]
    [InlineData("Hyperparams(BatchSize = 0)", "BatchSize = 0", "at least 1")]
    [InlineData("Hyperparams(Epochs = -1)", "Epochs = -1", "at least 1")]
    [InlineData("Hyperparams, AdamW(WeightDecay = -1)", "WeightDecay = -1", "at least 0")]
    [InlineData("Hyperparams, Adam(Beta1 = 1)", "Beta1 = 1", "below 1")]
    [InlineData("Hyperparams, Sgd(Momentum = 1)", "Momentum = 1", "below 1")]
    [InlineData("Hyperparams, Warmup(-1)", "-1", "Warmup")]
    [InlineData("Hyperparams, LabelSmoothing(1)", "1", "LabelSmoothing")]
    [InlineData("Hyperparams, LabelSmoothing(amount: 1)", "amount: 1", "LabelSmoothing")]
    [InlineData("Hyperparams, ClipGradNorm(0)", "0", "ClipGradNorm")]
    [InlineData("Hyperparams, ClipGradNorm(1, NormType = 0)", "NormType = 0", "or Infinity")]
    [InlineData("Hyperparams, ClipGradValue(0)", "0", "ClipGradValue")]
    [InlineData("Hyperparams, NAdam(MomentumDecay = -1)", "MomentumDecay = -1", "at least 0")]
    [InlineData("Hyperparams, RmsProp(Alpha = 1)", "Alpha = 1", "below 1")]
    [InlineData("Hyperparams, Adagrad(LrDecay = -1)", "LrDecay = -1", "at least 0")]
    [InlineData("Hyperparams, Adagrad(InitialSum = -1)", "InitialSum = -1", "at least 0")]
    [InlineData("Hyperparams, Sgd(Dampening = 1)", "Dampening = 1", "below 1")]
    [InlineData("Hyperparams, Accumulate(0)", "0", "Accumulate")]
    [InlineData("Hyperparams, Accumulate(batches: -2)", "batches: -2", "at least 1")]
    [InlineData("Hyperparams, Amp((AmpMode)7)", "(AmpMode)7", "one of Auto, Off, Bf16, Fp16")]
    [InlineData("Hyperparams, EarlyStop(0)", "0", "EarlyStop")]
    [InlineData("Hyperparams, Validate", "Validate", "ValidateEverySteps is 0 but must be at least 1")]
    [InlineData("Hyperparams, Classification(ClassWeights = new[] { 1, -0.5 })", "ClassWeights = new[] { 1, -0.5 }", "1.0, -0.5 but must be 0 or more")]
    [InlineData("Hyperparams, Binary(PosWeight = 0)", "PosWeight = 0", "above 0")]
    [InlineData("Hyperparams, MultiLabel(PosWeights = new[] { double.NaN })", "PosWeights = new[] { double.NaN }", "above 0")]
    [InlineData("Hyperparams, Regression(RegressionLoss.Huber, Delta = -1)", "Delta = -1", "above 0")]
    [InlineData("Hyperparams, EarlyStop(MinDelta = -1)", "MinDelta = -1", "EarlyStopMinDelta")]
    [InlineData("Hyperparams, EarlyStop(MinEpochs = -1)", "MinEpochs = -1", "EarlyStopMinEpochs")]
    public async Task TRAIN1007_out_of_range(string attributes, string at, string words)
    {
        var source = ModelSource.With($"[{attributes}]");
        await Expect.Only("TRAIN1007", at, source, words);
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("TRAIN1008", "Hyperparams, Sgd, Adam", "Sgd", "[Adam] and [Sgd]")]
    [InlineData("TRAIN1008", "Hyperparams, Lion, NAdam", "Lion", "[NAdam] and [Lion]")]
    [InlineData("TRAIN1019", "Hyperparams, ClipGradNorm, ClipGradValue", "ClipGradValue", "[ClipGradNorm] and [ClipGradValue]")]
    [InlineData("TRAIN1009", "Hyperparams, Classification, Regression", "Regression", "[Classification] and [Regression]")]
    public async Task Two_of_one_choice(string id, string attributes, string at, string words)
    {
        var source = ModelSource.With($"[{attributes}]");
        await Expect.Only(id, at, source, words);
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Warmup", "Warmup", "no length")]
    [InlineData("Warmup(5, Steps = 10)", "Steps = 10", "2 lengths")]
    [InlineData("Warmup(Steps = 10, Fraction = 0.1)", "Fraction = 0.1", "2 lengths")]
    public async Task TRAIN1012_length_of_the_warmup(string attribute, string at, string words)
    {
        var source = ModelSource.With($"[Hyperparams, {attribute}]");
        await Expect.Only("TRAIN1012", at, source, words, "exactly one");
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Hyperparams(Epochs = 5), Warmup(5)", "5")]
    [InlineData("Hyperparams(Epochs = 5), Warmup(Fraction = 1)", "Fraction = 1")]
    [InlineData("Hyperparams, Warmup(Fraction = 1.5)", "Fraction = 1.5")]
    public async Task TRAIN1013_warmup_fills_the_run(string attributes, string at)
    {
        var source = ModelSource.With($"[{attributes}]");
        await Expect.Only("TRAIN1013", at, source, "Warmup");
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Hyperparams, Warmup(40)")]
    [InlineData("Hyperparams, Warmup(Steps = 1000000)")]
    [InlineData("Hyperparams(Epochs = 5), Warmup(4.99)")]
    [InlineData("Hyperparams, Warmup(Fraction = 0.99)")]
    public async Task A_warmup_that_ends_may_be_long(string attributes) => await Expect.Nothing(ModelSource.With($"[{attributes}]"));

    [Theory]
    [InlineData("Hyperparams(Lr = 1e-30, BatchSize = 1, Epochs = 1)")]
    [InlineData("Hyperparams, Adam(Beta1 = 0, Beta2 = 0.999999, Eps = 1e-30, WeightDecay = 0)")]
    [InlineData("Hyperparams, Sgd(Momentum = 0.999, Nesterov = true, Dampening = 0)")]
    [InlineData("Hyperparams, Sgd(Momentum = 0, Dampening = 0.999, WeightDecay = 100)")]
    [InlineData("Hyperparams, LabelSmoothing(0)")]
    [InlineData("Hyperparams, LabelSmoothing(0.999)")]
    [InlineData("Hyperparams, EarlyStop(1, MinDelta = 0, MinEpochs = 29)")]
    [InlineData("Hyperparams, ReduceLrOnPlateau(0, Factor = 0.999, Threshold = 0, Cooldown = 0, MinLr = 1e-3)")]
    [InlineData("Hyperparams, ReduceLrOnPlateau(8), EarlyStop(10)")]
    [InlineData("Hyperparams, ReduceLrOnPlateau(10), EarlyStop(5, MinEpochs = 12)")]
    [InlineData("Hyperparams, Ema(0)")]
    [InlineData("Hyperparams, Ema(0.9999999)")]
    [InlineData("Hyperparams, Swa(Fraction = 0.99, Lr = 1e-9, AnnealEpochs = 0)")]
    [InlineData("Hyperparams, ClipGradNorm(1e-9, NormType = double.PositiveInfinity)")]
    [InlineData("Hyperparams, Accumulate(1), Validate(EverySteps = 1)")]
    [InlineData("Hyperparams, Cosine(MinLr = 1e-3)")]
    [InlineData("Hyperparams, OneCycle(PctStart = 0.5, ThreePhase = true, DivFactor = 1, FinalDivFactor = 1)")]
    [InlineData("Hyperparams(Epochs = 31), StepDecay(30, Gamma = 0.999)")]
    [InlineData("Hyperparams, RandAugment(0, 30), Flip(1, Vertical = 0), MixUp(0), CutMix(0), RandomCrop(0)")]
    public async Task The_edge_of_a_range_is_in_it(string attributes) => await Expect.Nothing(ModelSource.With($"[{attributes}]"));

    [Theory]
    [InlineData("Hyperparams, Regression, LabelSmoothing", "", "[Regression]")]
    [InlineData("Hyperparams, Binary, LabelSmoothing", "", "[Binary]")]
    [InlineData("Hyperparams, LabelSmoothing", OwnLoss, "own Loss")]
    public async Task TRAIN1014_smoothing_without_classes(string attributes, string members, string words)
    {
        var source = ModelSource.With($"[{attributes}]", members);
        await Expect.Only("TRAIN1014", "LabelSmoothing", source, words);
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Hyperparams, Sgd(Nesterov = true, Momentum = 0)", "Nesterov = true", "Momentum")]
    [InlineData("Hyperparams(Lr = 0.01), Cosine(MinLr = 0.1)", "MinLr = 0.1", "above Lr")]
    public async Task TRAIN1017_contradiction(string attributes, string at, string words)
    {
        var source = ModelSource.With($"[{attributes}]");
        await Expect.Only("TRAIN1017", at, source, words);
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Hyperparams, EarlyStop(3, Monitor = typeof(TrainSdk.Metrics.MeanAbsoluteError))", "[Metric<MeanAbsoluteError>]")]
    [InlineData("Hyperparams, Regression, EarlyStop(3, Monitor = typeof(TrainSdk.Metrics.Accuracy))", "[Metric<Accuracy>]")]
    public async Task TRAIN1030_monitor_that_nothing_measures(string attributes, string words)
    {
        var source = ModelSource.With($"[{attributes}]");
        var at = source[source.IndexOf("Monitor =", StringComparison.Ordinal)..source.IndexOf("))]", StringComparison.Ordinal)] + ")";
        await Expect.Only("TRAIN1030", at, source, words, "[EarlyStop]");
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Hyperparams, Regression(Delta = 2)", "", "Delta = 2", "RegressionLoss.Huber")]
    [InlineData("Hyperparams, Classification(ClassWeights = new[] { 1.0, 2 })", OwnLoss, "ClassWeights = new[] { 1.0, 2 }", "Loss method")]
    [InlineData("Hyperparams, NextToken(IgnoreIndex = 3)", OwnLoss, "IgnoreIndex = 3", "Loss method")]
    public async Task TRAIN1032_argument_of_a_loss_that_is_not_used(string attributes, string members, string at, string words)
    {
        var source = ModelSource.With($"[{attributes}]", members);
        await Expect.Only("TRAIN1032", at, source, words);
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Hyperparams, Metric<TrainSdk.Metrics.Accuracy>", "the plain loop")]
    [InlineData("Hyperparams, Classification, Metric<TrainSdk.Metrics.Accuracy>()", "[Classification]")]
    public async Task TRAIN1031_metric_measured_twice(string attributes, string words)
    {
        var source = ModelSource.With($"[{attributes}]");
        await Expect.Only("TRAIN1031", attributes[attributes.IndexOf("Metric<", StringComparison.Ordinal)..], source, words);
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("Hyperparams, Regression, Metric<TrainSdk.Metrics.F1>")]
    [InlineData("Hyperparams, Regression, Metric<TrainSdk.Metrics.TopK>(2)")]
    public async Task TRAIN1033_metric_of_classes_beside_numbers(string attributes)
    {
        var source = ModelSource.With($"[{attributes}]");
        await Expect.Only("TRAIN1033", attributes[attributes.IndexOf("Metric<", StringComparison.Ordinal)..], source, "[Regression]");
        Expect.Loop(source);
    }

    [Theory]
    [InlineData("[Hyperparams]")]
    [InlineData("[Hyperparams, Regression, Metric<TrainSdk.Metrics.R2>]")]
    [InlineData("[Hyperparams, Metric<TrainSdk.Metrics.MeanAbsoluteError>, EarlyStop(Monitor = typeof(TrainSdk.Metrics.MeanAbsoluteError))]")]
    [InlineData("[Hyperparams(Lr = 1e-3, BatchSize = 64, Epochs = 30), Classification, AdamW, Warmup(5), Cosine, LabelSmoothing, Amp, Accumulate(2), ClipGradNorm, EarlyStop]")]
    [InlineData("[Hyperparams, Regression, Sgd(Nesterov = true), Warmup(Steps = 100), Cosine(MinLr = 1e-6)]")]
    public async Task Good_models_are_not_complained_about(string attributes) => await Expect.Nothing(ModelSource.With(attributes));
}
