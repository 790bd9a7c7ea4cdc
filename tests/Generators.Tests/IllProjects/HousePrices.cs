using TorchSharp;
using TorchSharp.Modules;
using TrainSdk;
using TrainSdk.Metrics;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// Numbers, with the attributes of a classifier, two averages of the weights and a hook that is none.
[Hyperparams(Lr = 1e-3, BatchSize = 16, Epochs = 20)]
[Regression(Delta = 2), LabelSmoothing(0.1), Metric<F1>]
[EarlyStop(10, Monitor = typeof(R2)), Ema, Swa]
[Freeze("_boddy", UntilEpoch = 2)]
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

    private void OnEpochEnd() => System.Console.WriteLine("epoch done");
}
