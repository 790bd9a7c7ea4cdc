using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Metrics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Alone;

/// <summary>Three labels that may hold together.</summary>
[Hyperparams(Epochs = 3), MultiLabel(PosWeights = new[] { 1.5, 1, 0.5 }), Metric<Auroc>]
public sealed partial class MultiLabelModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden = Linear(4, 24);
    private readonly Linear _head = Linear(24, 3);

    public MultiLabelModel()
        : base("model")
    {
    }

    public override Tensor forward(Tensor input) => _head.call(functional.relu(_hidden.call(input)));
}
