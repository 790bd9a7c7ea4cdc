using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Divergence;

/// <summary>The same as <see cref="AutoModel"/>, which always fits.</summary>
[Hyperparams(Lr = 0.01, BatchSize = 4, Epochs = 3), Classification, Metric<TrainSdk.Metrics.F1>]
[Accumulate(8)]
public sealed partial class WindowsModel : Module<Tensor, Tensor>
{
    private readonly Linear hidden = Linear(64, 24);
    private readonly Linear head = Linear(24, 10);

    public WindowsModel()
        : base("model")
    {
    }

    public override Tensor forward(Tensor input) => head.call(functional.relu(hidden.call(input.flatten(1))));
}
