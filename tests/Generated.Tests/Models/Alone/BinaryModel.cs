using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Alone;

/// <summary>One score per sample against class indices: [batch, 1] against [batch].</summary>
[Hyperparams(Epochs = 3), Binary(PosWeight = 2.5)]
public sealed partial class BinaryModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden = Linear(4, 24);
    private readonly Linear _head = Linear(24, 1);

    public BinaryModel()
        : base("model")
    {
    }

    public override Tensor forward(Tensor input) => _head.call(functional.relu(_hidden.call(input)));
}
