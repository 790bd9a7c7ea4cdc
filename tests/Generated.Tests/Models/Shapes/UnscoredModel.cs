using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Shapes;

/// <summary>A tuple that no metric can read.</summary>
[Hyperparams(Epochs = 1)]
public sealed partial class UnscoredModel() : Module<Tensor, (Tensor, Tensor)>("model")
{
    private readonly Linear _head = Linear(4, 1);

    public override (Tensor, Tensor) forward(Tensor input) => (_head.call(input), input);

    private static Tensor Loss((Tensor, Tensor) output, Tensor target) => (output.Item1 - target).square().mean();
}
