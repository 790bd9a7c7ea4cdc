using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models;

/// <summary>
/// Windows of batches over a loss with its own denominator, units other than epochs, and no component registered by hand.
/// </summary>
[Hyperparams(Lr = 0.05, BatchSize = 16, Epochs = 4, Seed = 7, SplitSeed = 3), Classification]
[Sgd(Momentum = 0.9, Nesterov = true, WeightDecay = 5e-4)]
[Warmup(Fraction = 0.25), Cosine(MinLr = 1e-4)]
[Amp, Accumulate(4)]
[ClipGradNorm(0.5)]
[EarlyStop(2, MinDelta = 1e-3)]
public sealed partial class WindowModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden;
    private readonly Dropout _dropout;
    private readonly Linear _head;

    /// <param name="hidden">Units of the hidden layer.</param>
    /// <param name="dropout">Share of hidden units left out while training.</param>
    public WindowModel(int hidden = 48, double dropout = 0.2)
        : base(nameof(WindowModel))
    {
        _hidden = Linear(64, hidden);
        _dropout = Dropout(dropout);
        _head = Linear(hidden, 10);
    }

    public override Tensor forward(Tensor input) => _head.call(_dropout.call(functional.relu(_hidden.call(input.flatten(1)))));

    /// <summary>Odd digits count double.</summary>
    private static (Tensor Sum, Tensor Weight) Loss(Tensor output, Tensor target)
    {
        var weight = target.remainder(2).add(1).to(output.dtype);
        var losses = functional.cross_entropy(output, target, reduction: Reduction.None);
        return ((losses * weight).sum(), weight.sum());
    }
}
