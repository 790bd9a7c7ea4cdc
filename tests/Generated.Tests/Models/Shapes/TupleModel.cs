using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Shapes;

/// <summary>A number and how sure it is: a Gaussian's negative log likelihood.</summary>
[Hyperparams(Epochs = 3, BatchSize = 32), Regression]
public sealed partial class TupleModel() : Module<Tensor, (Tensor Mean, Tensor LogSpread)>("model")
{
    private readonly Linear _hidden = Linear(4, 16);
    private readonly Linear _mean = Linear(16, 1);
    private readonly Linear _logSpread = Linear(16, 1);

    public override (Tensor Mean, Tensor LogSpread) forward(Tensor input)
    {
        var hidden = functional.tanh(_hidden.call(input));
        return (_mean.call(hidden), _logSpread.call(hidden));
    }

    private static Tensor Loss((Tensor Mean, Tensor LogSpread) output, Tensor target) =>
        (output.LogSpread + (((target - output.Mean) / output.LogSpread.exp()).square() / 2)).mean();

    private static Tensor Scores((Tensor Mean, Tensor LogSpread) output) => output.Mean;
}
