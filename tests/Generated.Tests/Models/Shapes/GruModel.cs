using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Shapes;

/// <summary>Eight rows of a picture, one after the other, forwards and backwards.</summary>
[Hyperparams(Epochs = 2, BatchSize = 32), ClipGradNorm(1.0)]
public sealed partial class GruModel() : Module<Tensor, Tensor>("model")
{
    private readonly GRU _memory = GRU(8, 12, batchFirst: true, bidirectional: true);
    private readonly Linear _head = Linear(24, 10);

    public override Tensor forward(Tensor input)
    {
        var (steps, _) = _memory.call(input.squeeze(1));
        return _head.call(steps.mean([1]));
    }
}
