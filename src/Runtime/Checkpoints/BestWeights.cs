using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// Keeps the weights and buffers of the best epoch: a strictly lower loss, the earliest on ties; NaN is never better.
/// Without a validation split every epoch replaces the one before, so that the last is kept.
/// </summary>
public sealed class BestWeights : IDisposable
{
    private readonly (Tensor Live, Tensor Kept)[] _tensors;
    private double _best = double.PositiveInfinity;

    /// <summary>Starts with the model's present weights. Call after the model has been moved.</summary>
    public BestWeights(nn.Module model)
    {
        using var _ = torch.no_grad();
        _tensors = [.. model.state_dict().Values.Select(static live => (live, live.detach().clone().DetachFromDisposeScope()))];
    }

    /// <summary>Epoch of the kept weights, from 0; null before the first offer.</summary>
    public int? Epoch { get; private set; }

    /// <summary>Keeps the model's present weights where they are better.</summary>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="validationLoss">Loss of the validation split; null without one.</param>
    /// <returns>Whether they were kept.</returns>
    public bool Offer(int epoch, double? validationLoss)
    {
        if (validationLoss is { } loss)
        {
            if (!(loss < _best))
            {
                return false;
            }
            _best = loss;
        }
        Epoch = epoch;
        Copy(static pair => (pair.Live, pair.Kept));
        return true;
    }

    /// <summary>Puts the kept weights back into the model.</summary>
    public void Restore() => Copy(static pair => (pair.Kept, pair.Live));

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, kept) in _tensors)
        {
            kept.Dispose();
        }
    }

    private void Copy(Func<(Tensor Live, Tensor Kept), (Tensor From, Tensor To)> direction)
    {
        using var scope = torch.NewDisposeScope();
        using var _ = torch.no_grad();
        foreach (var pair in _tensors)
        {
            var (from, to) = direction(pair);
            to.copy_(from);
        }
    }
}
