using TorchSharp;
using TorchSharp.Modules;
using TrainSdk;
using TrainSdk.Metrics;
using TrainSdk.Recording;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// Numbers, with the attributes of a classifier, two averages of the weights and a hook that is none.
[Hyperparams(Lr = 1e-3, BatchSize = 16, Epochs = 20)]
[Regression(RegressionLoss.Huber, Delta = 2)]
[EarlyStop(10, Monitor = typeof(R2)), Ema]
[Freeze("_body", UntilEpoch = 2)]
[Metric<R2>]
public sealed partial class HousePrices : Module<Tensor, Tensor>
{
    private readonly Sequential _body;
    private readonly Linear _head;

    public HousePrices() : base("prices")
    {
        _body = Sequential(Linear(8, 16), ReLU(), Linear(16, 16), ReLU());
        _head = Linear(16, 1);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _head.call(_body.call(input));

    partial void OnEpochEnd(in EpochSummary epoch) => System.Console.WriteLine("epoch done");
}
