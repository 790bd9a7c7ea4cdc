using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Metrics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Alone;

[Hyperparams(Epochs = 14, Lr = 0.03)]
[ReduceLrOnPlateau(0, Factor = 0.5, Threshold = 0.01, ThresholdMode = ThresholdMode.Absolute, Monitor = typeof(Accuracy))]
[EarlyStop(3, MinDelta = 0.02, MinEpochs = 8, Monitor = typeof(Accuracy))]
public sealed partial class MonitorModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden = Linear(64, 24);
    private readonly Dropout _dropout;
    private readonly Linear _head = Linear(24, 10);

    public MonitorModel(double dropout = 0.1)
        : base("model") => _dropout = Dropout(dropout);

    public override Tensor forward(Tensor input) => _head.call(_dropout.call(functional.relu(_hidden.call(input.flatten(1)))));
}
