using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Trials;

/// <summary>Has memory for 32 samples.</summary>
[Hyperparams(Epochs = 3)]
public sealed partial class HungryModel() : Module<Tensor, Tensor>(nameof(HungryModel))
{
    private readonly Linear _head = Linear(64, 10);

    public override Tensor forward(Tensor input) =>
        input.shape[0] > 32 ? throw new OutOfMemoryException() : _head.call(input.flatten(1));
}
