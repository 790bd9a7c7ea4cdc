using TorchSharp;
using TorchSharp.Modules;
using TrainSdk;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// A first network: a rate of SGD, a softmax too many, forward in place of call, a stop after three bad epochs.
[Hyperparams(Lr = 1e-3, BatchSize = 32, Epochs = 20)]
[Classification, AdamW(WeightDecay = 1e-4)]
[EarlyStop(10)]
public partial class DigitsMlp : Module<Tensor, Tensor>
{
    private readonly Linear _first;
    private readonly Linear _second;

    public DigitsMlp() : base("mlp")
    {
        _first = Linear(64, 32);
        _second = Linear(32, 10);
    }

    public override Tensor forward(Tensor input)
    {
        var hidden = functional.relu(_first.call(input));
        return _second.call(hidden);
    }
}
