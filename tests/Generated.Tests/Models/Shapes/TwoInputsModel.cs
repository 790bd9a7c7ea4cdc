using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Shapes;

/// <summary>A picture and a row of numbers to a class.</summary>
[Hyperparams(Epochs = 3, BatchSize = 32, Lr = 1e-2), Classification]
public sealed partial class TwoInputsModel() : Module<Tensor, Tensor, Tensor>("model")
{
    private readonly Linear _picture = Linear(64, 16);
    private readonly Linear _row = Linear(4, 16);
    private readonly Linear _head = Linear(16, 10);

    public override Tensor forward(Tensor picture, Tensor row) =>
        _head.call(functional.relu(_picture.call(picture.flatten(1)) + _row.call(row)));
}
