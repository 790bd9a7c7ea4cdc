using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>A running average of a model's parameters.</summary>
internal sealed class AverageByHand(nn.Module model)
{
    private readonly Parameter[] _weights = [.. model.parameters()];
    private Tensor[] _averages = [];

    public int Count { get; private set; }

    /// <summary>The first state counts whole, each later one with its share.</summary>
    public void Add(double share)
    {
        using var _ = no_grad();
        if (Count++ == 0)
        {
            _averages = [.. _weights.Select(static weight => weight.detach().clone().DetachFromDisposeScope())];
            return;
        }
        foreach (var (average, weight) in _averages.Zip(_weights))
        {
            average.lerp_(weight, share);
        }
    }

    /// <summary>Exchanges weights and averages.</summary>
    public void Swap()
    {
        using var _ = no_grad();
        foreach (var (average, weight) in _averages.Zip(_weights))
        {
            using var former = weight.clone();
            weight.copy_(average);
            average.copy_(former);
        }
    }
}
