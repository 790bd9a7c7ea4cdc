using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models;

/// <summary>A small model whose loop keeps much: dropout, an average of the weights, accumulation, a schedule, validations within epochs.</summary>
[Hyperparams(BatchSize = 16, Epochs = 6), AdamW, Classification]
[Warmup(1), Cosine]
[LabelSmoothing(0.1), ClipGradNorm(1.0)]
[EarlyStop(10), Ema(0.9), Validate(EverySteps = 5)]
[Accumulate(2)]
public sealed partial class KillMlp : Module<Tensor, Tensor>
{
    private readonly Linear _hidden;
    private readonly BatchNorm1d _norm;
    private readonly Dropout _dropout;
    private readonly Linear _head;

    public KillMlp()
        : base(nameof(KillMlp))
    {
        _hidden = Linear(784, 64);
        _norm = BatchNorm1d(64);
        _dropout = Dropout(0.2);
        _head = Linear(64, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) =>
        _head.call(_dropout.call(functional.relu(_norm.call(_hidden.call(input.flatten(1))))));
}
