using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models;

/// <summary>A small network for the shipped digits whose loop keeps every kind of state from step to step.</summary>
[Hyperparams(Lr = 0.01, BatchSize = 16, Epochs = 8), AdamW, Classification, Metric<Metrics.F1>]
[Warmup(1), Cosine, ReduceLrOnPlateau(0, Factor = 0.5)]
[LabelSmoothing(0.1), ClipGradNorm(1.0), Accumulate(2)]
[Ema(0.9), EarlyStop(12), Validate(EverySteps = 3)]
[RandomCrop(1), RandomErasing(0.5), MixUp(0.2)]
public sealed partial class KilledCnn : Module<Tensor, Tensor>
{
    private readonly Sequential _features;
    private readonly Linear _head;

    public KilledCnn()
        : base(nameof(KilledCnn))
    {
        _features = Sequential(Conv2d(1, 8, 3, padding: 1, bias: false), BatchNorm2d(8), ReLU(), MaxPool2d(2), Dropout(0.2));
        _head = Linear(8 * 4 * 4, 10);
        RegisterComponents();
    }

    /// <summary>Called at the start of each step, for a process that says how far it is.</summary>
    internal static Action? StepStarted { get; set; }

    public override Tensor forward(Tensor input) => _head.call(_features.call(input).flatten(1));

    partial void OnStepStart(in StepStart step) => StepStarted?.Invoke();
}
