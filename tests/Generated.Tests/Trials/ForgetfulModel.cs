using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Trials;

/// <summary>Computes with a number that no weights file holds.</summary>
[Hyperparams(Epochs = 3)]
public sealed partial class ForgetfulModel() : Module<Tensor, Tensor>(nameof(ForgetfulModel))
{
    private readonly Linear _head = Linear(64, 10);
    private double _scale = 1;

    public override Tensor forward(Tensor input)
    {
        _scale = training ? _scale + 0.5 : _scale;
        return _head.call(input.flatten(1).mul(_scale));
    }
}
