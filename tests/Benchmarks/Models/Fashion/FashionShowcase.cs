using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models.Fashion;

/// <summary>A residual network of 485,898 parameters with what helps: crops, mirrored pictures, erasing, smoothing, averaged weights.</summary>
[Hyperparams(Lr = 2e-3, BatchSize = 64, Epochs = 22), Classification]
[AdamW(WeightDecay = 0.02, ExcludeBiasAndNorm = true), Warmup(1), Cosine, LabelSmoothing(0.05), ClipGradNorm(1.0), Ema(0.999)]
[RandomCrop(2), Flip, RandomErasing(0.25)]
public sealed partial class FashionShowcase : Module<Tensor, Tensor>
{
    private readonly Sequential _stem;
    private readonly FashionBlock _first, _second;
    private readonly Sequential _head;

    public FashionShowcase()
        : base(nameof(FashionShowcase))
    {
        _stem = Sequential(Conv2d(1, 32, 3, padding: 1, bias: false), BatchNorm2d(32), ReLU());
        _first = new FashionBlock(32, 64, stride: 2);
        _second = new FashionBlock(64, 128, stride: 2);
        _head = Sequential(
            MaxPool2d(3, stride: 2, padding: 1), Flatten(), Dropout(0.3), Linear(4 * 4 * 128, 96), ReLU(), Linear(96, 10));
        RegisterComponents();
    }

    public override Tensor forward(Tensor images) => _head.call(_second.call(_first.call(_stem.call(images))));
}
