using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models;

/// <summary>784-64-10: so little mathematics that everything else shows.</summary>
[Hyperparams(BatchSize = 64, Epochs = 1), AdamW, Classification]
public sealed partial class Mlp : Module<Tensor, Tensor>
{
    private readonly Linear _hidden;
    private readonly Linear _head;

    public Mlp()
        : base(nameof(Mlp))
    {
        _hidden = Linear(784, 64);
        _head = Linear(64, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _head.call(functional.relu(_hidden.call(input.flatten(1))));
}
