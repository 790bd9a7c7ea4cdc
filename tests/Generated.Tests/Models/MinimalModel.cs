using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models;

[Hyperparams]
public sealed partial class MinimalModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden;
    private readonly Linear _head;

    public MinimalModel()
        : base(nameof(MinimalModel))
    {
        _hidden = Linear(64, 32);
        _head = Linear(32, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _head.call(functional.relu(_hidden.call(input.flatten(1))));
}
