using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TrainSdk.Generated.Tests.Models;

/// <summary>Classes that weigh from 1 to 10, so that every batch has another weight, and none for the last.</summary>
[Hyperparams(Lr = 0.05, BatchSize = 16, Epochs = 4), Sgd, Accumulate(3)]
public sealed partial class WeightedModel : Module<Tensor, Tensor>
{
    private readonly Linear _hidden = Linear(64, 24);
    private readonly Linear _head = Linear(24, 10);

    public WeightedModel()
        : base("model")
    {
    }

    /// <summary>Forward passes since the model was built.</summary>
    public int Passes { get; private set; }

    /// <summary>Called before each forward pass.</summary>
    public Action<int>? OnPass { get; init; }

    public override Tensor forward(Tensor input)
    {
        OnPass?.Invoke(Passes++);
        return _head.call(functional.relu(_hidden.call(input.flatten(1))));
    }

    private static (Tensor Sum, Tensor Weight) Loss(Tensor output, Tensor target)
    {
        var weight = target.add(1).remainder(10).to(output.dtype);
        var losses = functional.cross_entropy(output, target, reduction: Reduction.None);
        return ((losses * weight).sum(), weight.sum());
    }
}
