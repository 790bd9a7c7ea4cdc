using TorchSharp;
using TorchSharp.Modules;
using TrainSdk.Metrics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models.Alone;

/// <summary>Three metrics, of which the last decides what is best and when it ends.</summary>
[Hyperparams(Lr = 0.05, Epochs = 12), Metric<TopK>(3), Metric<F1>, EarlyStop(2, Monitor = typeof(F1))]
public sealed partial class MetricModel : Module<Tensor, Tensor>
{
    private readonly Sequential _layers;

    public MetricModel()
        : base("model") => _layers = Sequential(Conv2d(1, 4, 3), ReLU(), Flatten(), Dropout(0.2), Linear(144, 10));

    public override Tensor forward(Tensor input) => _layers.call(input.to(ScalarType.Float32));
}
