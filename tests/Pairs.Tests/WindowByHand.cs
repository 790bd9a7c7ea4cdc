using TorchSharp;
using TrainSdk.Optim;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>Batches whose gradients make one step: each counts by its samples, or by the loss's own weight.</summary>
internal sealed class WindowByHand
{
    private double _first;
    private double _all;

    /// <summary>Adds a batch's gradients.</summary>
    public void Backward((Tensor Loss, Tensor? Weight) criterion, long count)
    {
        var weight = criterion.Weight?.ToDouble() ?? count;
        _first = _all == 0 ? weight : _first;
        _all += weight;
        var factor = criterion.Weight is null ? weight / _first : 1 / _first;
        (factor == 1 ? criterion.Loss : criterion.Loss * factor).backward();
    }

    /// <summary>Makes the gradients those of the mean over all batches.</summary>
    public void Average(TrainableParameters parameters)
    {
        using var _ = no_grad();
        foreach (var parameter in parameters.Values)
        {
            parameter.grad?.mul_(_first / _all);
        }
        _all = 0;
    }
}
