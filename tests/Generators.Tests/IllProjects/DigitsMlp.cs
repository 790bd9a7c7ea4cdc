using TorchSharp;
using TorchSharp.Modules;
using TrainSdk;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

// A first network: a rate of SGD, a softmax too many, forward in place of call, a stop after three bad epochs.
[Hyperparams(Lr = 0.05, BatchSize = 32, Epochs = 20)]
[Classification, Adam(WeightDecay = 1e-4)]
[EarlyStop(3)]
public class DigitsMlp : Module<Tensor, Tensor>
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
        var hidden = functional.relu(_first.forward(input));
        return functional.softmax(_second.forward(hidden), 1);
    }
}
