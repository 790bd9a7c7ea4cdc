using TorchSharp;
using TorchSharp.Modules;
using TrainSdk;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// Collected from several tutorials: two schedules, two optimizers, a plateau rule that never acts, a large batch.
[Hyperparams(Lr = 1e-3, BatchSize = 1024, Epochs = 10)]
[Classification, Adam]
[Cosine]
[ReduceLrOnPlateau(10), EarlyStop(22)]
[Warmup(Fraction = 0.1)]
public sealed partial class DigitsCnn : Module<Tensor, Tensor>
{
    private readonly Sequential _trunk;
    private readonly Linear _head;

    public DigitsCnn() : base("cnn")
    {
        _trunk = Sequential(
            Conv2d(1, 8, 3, padding: 1), BatchNorm2d(8), ReLU(),             Conv2d(8, 16, 3, padding: 1), BatchNorm2d(16), ReLU());
        _head = Linear(16, 10);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _head.call(_trunk.call(input).mean(new long[] { 2, 3 }));
}
