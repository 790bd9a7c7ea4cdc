using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models;

/// <summary>A small convolutional network for the 8×8 digits that ship with the image template.</summary>
[Hyperparams(BatchSize = 16), AdamW, Classification]
[LabelSmoothing(0.1), ClipGradNorm(1.0)]
public sealed partial class DigitsCnn : Module<Tensor, Tensor>
{
    private readonly Sequential _features;
    private readonly Linear _head;

    public DigitsCnn()
        : base(nameof(DigitsCnn))
    {
        _features = Sequential(
            Conv2d(1, 16, 3, padding: 1, bias: false), BatchNorm2d(16), ReLU(), MaxPool2d(2),
            Conv2d(16, 32, 3, padding: 1, bias: false), BatchNorm2d(32), ReLU(), Dropout(0.1));
        _head = Linear(32 * 4 * 4, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _head.call(_features.call(input).flatten(1));
}
