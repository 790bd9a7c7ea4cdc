using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Metrics;
using TrainSdk.Training;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models;

/// <summary>
/// The model of the runs in tests/Fixtures/runs, which were written once and must open for good: leave it as it is. Its loop keeps every
/// kind of state.
/// </summary>
[Hyperparams(Lr = 0.02, BatchSize = 8, Epochs = 6, Seed = 11), Classification, Metric<F1>]
[AdamW(WeightDecay = 0.01), Warmup(Steps = 4), Cosine, ReduceLrOnPlateau(0, Factor = 0.5)]
[LabelSmoothing(0.1), ClipGradNorm(1.0), Accumulate(2), Ema(0.8)]
[EarlyStop(20), Validate(EverySteps = 2)]
public sealed partial class OldRunModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden;
    private readonly BatchNorm1d _norm;
    private readonly Dropout _dropout = Dropout(0.1);
    private readonly Linear _head;

    /// <param name="width">Units of the hidden layer.</param>
    public OldRunModel(int width = 5)
        : base(nameof(OldRunModel))
    {
        _hidden = Linear(4, width);
        _norm = BatchNorm1d(width);
        _head = Linear(width, 3);
    }

    /// <summary>Called at the start of each step, with its number.</summary>
    internal Action<long>? StepStarted { get; set; }

    public override Tensor forward(Tensor input) => _head.call(_dropout.call(functional.relu(_norm.call(_hidden.call(input)))));

    partial void OnStepStart(in StepStart step) => StepStarted?.Invoke(step.Step);
}
