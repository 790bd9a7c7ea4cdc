using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models.Fashion;

/// <summary>
/// Three convolutions with BatchNorm on 28×28 and a hidden layer, 105,809 parameters: what the recipes of the accuracy table have in common.
/// </summary>
public abstract class FashionNet : Module<Tensor, Tensor>
{
    private readonly Sequential _features, _head;

    /// <param name="name">The recipe's name.</param>
    protected FashionNet(string name)
        : base(name)
    {
        _features = Sequential(
            Conv2d(1, 32, 3, padding: 1, bias: false), BatchNorm2d(32), ReLU(), MaxPool2d(2),
            Conv2d(32, 64, 3, padding: 1, bias: false), BatchNorm2d(64), ReLU(), MaxPool2d(2),
            Conv2d(64, 64, 3, padding: 1, bias: false), BatchNorm2d(64), ReLU(), MaxPool2d(2));
        _head = Sequential(Flatten(), Dropout(0.25), Linear(64 * 3 * 3, 85), ReLU(), Linear(85, 10));
        RegisterComponents();
    }

    /// <summary>[batch, 1, 28, 28] to [batch, 10].</summary>
    public override Tensor forward(Tensor images) => _head.call(_features.call(images));
}
