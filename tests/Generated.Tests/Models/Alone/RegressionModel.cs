using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Alone;

/// <summary>Its output has no second dimension while the target has one: [batch] against [batch, 1].</summary>
[Hyperparams(Epochs = 3), Regression]
public sealed partial class RegressionModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden = Linear(4, 24);
    private readonly Linear _head = Linear(24, 1);

    public RegressionModel()
        : base("model")
    {
    }

    public override Tensor forward(Tensor input) => _head.call(functional.relu(_hidden.call(input))).squeeze(1);
}
