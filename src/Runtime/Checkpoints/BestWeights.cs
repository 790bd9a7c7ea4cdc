using TorchSharp;
using TrainSdk.Metrics;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Checkpoints;

/// <summary>
/// Keeps the weights and buffers of the best epoch: a strictly better value, the earliest on ties; NaN is never better.
/// Without a validation split every epoch replaces the one before, so that the last is kept.
/// </summary>
public sealed class BestWeights(nn.Module model) : IStateful, IDisposable
{
    private readonly Dictionary<string, Tensor> _kept = [];
    private double _best = double.NaN;

    /// <summary>Epoch of the kept weights, from 0; null before the first.</summary>
    public int? Epoch { get; private set; }

    /// <summary>Optimizer steps before the kept weights were measured; null before the first.</summary>
    public long? Step { get; private set; }

    /// <summary>Another number whenever other weights are kept.</summary>
    internal long Version { get; private set; }

    /// <summary>
    /// The kept weights and buffers by their state-dict names; empty before the first. They change with the next that are kept.
    /// </summary>
    internal IReadOnlyDictionary<string, Tensor> Kept => _kept;

    /// <summary>Whether weights with this value would be kept.</summary>
    /// <param name="monitored">What decides, measured on the validation split; null without one.</param>
    public bool Takes(MetricValue? monitored) => monitored is not { } value || value.IsBetterThan(_best);

    /// <summary>Keeps the model's present weights where they are better.</summary>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="step">Optimizer steps done since the start of the run.</param>
    /// <param name="monitored">What decides, measured on the validation split; null without one.</param>
    /// <returns>Whether they were kept.</returns>
    public bool Offer(int epoch, long step, MetricValue? monitored)
    {
        if (monitored is { } value)
        {
            if (!Takes(monitored))
            {
                return false;
            }
            _best = value.Value;
        }
        Epoch = epoch;
        Step = step;
        Keep();
        return true;
    }

    /// <summary>Keeps the model's present weights, which are of no epoch, in place of the best.</summary>
    public void Settle()
    {
        Epoch = null;
        Keep();
    }

    /// <summary>Puts the kept weights back into the model; leaves it as it is where none were kept.</summary>
    public void Restore()
    {
        using var _ = torch.no_grad();
        foreach (var (name, live) in model.state_dict())
        {
            if (_kept.TryGetValue(name, out var kept))
            {
                live.copy_(kept);
            }
        }
    }

    /// <summary>Names what decides on later weights. The weights themselves are a file of their own.</summary>
    public void Save(StateWriter state)
    {
        state.Add("value", _best);
        if (Epoch is { } epoch && Step is { } step)
        {
            state.Add("epoch", epoch);
            state.Add("step", step);
        }
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        _best = state.Number("value");
        Epoch = state.Has("epoch") ? (int)state.Whole("epoch") : null;
        Step = state.Has("step") ? state.Whole("step") : null;
        if (Step is null)
        {
            Forget();
        }
    }

    /// <summary>Takes the kept weights from the file that holds them.</summary>
    /// <exception cref="TrainException">It is of another model.</exception>
    internal void Load(WeightsFile file)
    {
        using var _ = torch.no_grad();
        Keep();
        file.CopyInto(model.GetName(), _kept);
    }

    /// <inheritdoc/>
    public void Dispose() => Forget();

    private void Forget()
    {
        foreach (var kept in _kept.Values)
        {
            kept.Dispose();
        }
        _kept.Clear();
    }

    // The state dict gives the live tensors, which the next step changes: they are copied, into the same memory each time.
    private void Keep()
    {
        Version++;
        using var _ = torch.no_grad();
        foreach (var (name, live) in model.state_dict())
        {
            if (_kept.TryGetValue(name, out var kept))
            {
                kept.copy_(live);
            }
            else
            {
                using var detached = live.detach();
                _kept[name] = detached.clone().DetachFromDisposeScope();
            }
        }
    }
}
