using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Shapes;

/// <summary>Eight rows of a picture, one after the other.</summary>
[Hyperparams(Epochs = 2, BatchSize = 32)]
public sealed partial class LstmModel() : Module<Tensor, Tensor>("model")
{
    private readonly LSTM _memory = LSTM(8, 12, numLayers: 2, batchFirst: true);
    private readonly Linear _head = Linear(12, 10);

    public override Tensor forward(Tensor input)
    {
        var (steps, _, _) = _memory.call(input.squeeze(1));
        return _head.call(steps.select(1, -1));
    }
}
