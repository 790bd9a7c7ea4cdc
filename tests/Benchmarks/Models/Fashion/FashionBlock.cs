using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Benchmarks.Models.Fashion;

/// <summary>Two convolutions and what they are added to.</summary>
internal sealed class FashionBlock : Module<Tensor, Tensor>
{
    private readonly Sequential _body, _shortcut;

    public FashionBlock(int inputs, int outputs, int stride)
        : base(nameof(FashionBlock))
    {
        _body = Sequential(
            Conv2d(inputs, outputs, 3, stride, padding: 1, bias: false), BatchNorm2d(outputs), ReLU(),
            Conv2d(outputs, outputs, 3, padding: 1, bias: false), BatchNorm2d(outputs));
        _shortcut = inputs == outputs && stride == 1
            ? Sequential(Identity())
            : Sequential(Conv2d(inputs, outputs, 1, stride, bias: false), BatchNorm2d(outputs));
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => functional.relu(_body.call(input) + _shortcut.call(input));
}
