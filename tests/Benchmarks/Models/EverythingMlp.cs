using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models;

/// <summary>
/// <see cref="Mlp"/> with every attribute at once. It is measured with <c>Amp</c> off: the scopes stand in the loop, and do nothing.
/// </summary>
[Hyperparams(BatchSize = 64, Epochs = 1), AdamW, Classification]
[Warmup(Steps = 50), Cosine]
[LabelSmoothing(0.1), ClipGradNorm(1.0)]
[EarlyStop(10)]
[Amp, Accumulate(2)]
public sealed partial class EverythingMlp : Module<Tensor, Tensor>
{
    private readonly Linear _hidden;
    private readonly Linear _head;

    public EverythingMlp()
        : base(nameof(EverythingMlp))
    {
        _hidden = Linear(784, 64);
        _head = Linear(64, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _head.call(functional.relu(_hidden.call(input.flatten(1))));
}
