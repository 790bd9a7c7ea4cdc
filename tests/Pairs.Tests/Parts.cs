using TorchSharp;
using TrainSdk.Optim;
using TrainSdk.Precision;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TrainSdk.Pairs.Tests;

/// <summary>Everything that a class can carry, and all pairs of it.</summary>
internal static class Parts
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("[Classification]", "Classification", static recipe => recipe) { Target = TargetKind.Classes },
        new("[Regression]", "Regression", static recipe => recipe) { Target = TargetKind.Values },
        new("[Adam]", "Adam(WeightDecay = 0.1)", static recipe => recipe with
        {
            Optimizer = static parameters => new Adam(parameters, weightDecay: 0.1),
        }),
        new("[AdamW]", "AdamW(WeightDecay = 0.1)", static recipe => recipe with
        {
            Optimizer = static parameters => new AdamW(parameters, weightDecay: 0.1),
        }),
        new("[NAdam]", "NAdam(WeightDecay = 0.1)", static recipe => recipe with
        {
            Optimizer = static parameters => new NAdam(parameters, weightDecay: 0.1),
        }),
        new("[RAdam]", "RAdam(WeightDecay = 0.1)", static recipe => recipe with
        {
            Optimizer = static parameters => new RAdam(parameters, weightDecay: 0.1),
        }),
        new("[RmsProp]", "RmsProp(Momentum = 0.5)", static recipe => recipe with
        {
            Optimizer = static parameters => new RmsProp(parameters, momentum: 0.5),
        }),
        new("[Adagrad]", "Adagrad(WeightDecay = 0.1)", static recipe => recipe with
        {
            Optimizer = static parameters => new Adagrad(parameters, weightDecay: 0.1),
        }),
        new("[Lion]", "Lion(WeightDecay = 0.1)", static recipe => recipe with
        {
            Optimizer = static parameters => new Lion(parameters, weightDecay: 0.1),
        }),
        new("[Sgd]", "Sgd(Momentum = 0.8, WeightDecay = 0.01)", static recipe => recipe with
        {
            Optimizer = static parameters => new Sgd(parameters, momentum: 0.8, weightDecay: 0.01),
        }),
        new("[Warmup]", "Warmup(Steps = 3)", static recipe => recipe with { WarmupSteps = 3 }),
        new("[Cosine]", "Cosine(MinLr = 1e-3)", static recipe => recipe with
        {
            Anneal = static (lr, step, start, total) =>
                1e-3 + ((lr - 1e-3) * 0.5 * (1 + Math.Cos(Math.PI * ((double)(step - start) / (total - start))))),
        }),
        new("[LabelSmoothing]", "LabelSmoothing(0.2)", static recipe => recipe with
        {
            TrainingLoss = static (output, target) => cross_entropy(output, target, label_smoothing: 0.2),
        }),
        new("[Amp]", "Amp(AmpMode.Bf16)", static recipe => recipe with
        {
            Precision = new MixedPrecision { Device = DeviceType.CPU, Dtype = ScalarType.BFloat16 },
        }),
        new("[Accumulate]", "Accumulate(4)", static recipe => recipe with { Accumulate = 4 }),
        new("[ClipGradNorm]", "ClipGradNorm(0.3)", static recipe => recipe with { Norm = static gradients => gradients.ClipNorm(0.3) }),
        new("[ClipGradValue]", "ClipGradValue(0.01)", static recipe => recipe with { Norm = static gradients => gradients.ClipValue(0.01) }),
        new("[ParamGroup]", "ParamGroup(\"backbone\", LrScale = 0.1, WeightDecay = 0.2)", static recipe => recipe with
        {
            Groups = static parameters => parameters.Group("backbone", 0.1, 0.2),
        }),
        new("[EarlyStop]", "EarlyStop(1, MinDelta = 0.02)", static recipe => recipe with { EarlyStop = static () => new EarlyStopping(1, 0.02) }),
    ];

    public static IReadOnlyList<Pair> Pairs { get; } =
        [.. All.SelectMany(static (first, at) => All.Skip(at + 1).Select(second => new Pair(first, second)))];
}
