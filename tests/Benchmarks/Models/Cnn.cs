using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models;

/// <summary>Two convolutions of 32 and 64 channels on 28×28, without a bias before BatchNorm.</summary>
[Hyperparams(BatchSize = 64, Epochs = 1), AdamW, Classification]
public sealed partial class Cnn : Module<Tensor, Tensor>
{
    private readonly Sequential _features;
    private readonly Linear _head;

    public Cnn()
        : base(nameof(Cnn))
    {
        _features = Sequential(
            Conv2d(1, 32, 3, padding: 1, bias: false), BatchNorm2d(32), ReLU(), MaxPool2d(2),
            Conv2d(32, 64, 3, padding: 1, bias: false), BatchNorm2d(64), ReLU(), MaxPool2d(2));
        _head = Linear(64 * 7 * 7, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _head.call(_features.call(input).flatten(1));
}
