using TrainSdk.Metrics;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Pairs.Tests;

/// <summary>A metric of one's own, that takes any output: how many batches there were.</summary>
public sealed class OwnMetric : IMetric
{
    private int _batches;

    /// <inheritdoc/>
    public string Name => "batches";

    /// <inheritdoc/>
    public bool IsHigherBetter => true;

    /// <inheritdoc/>
    public void Add(Tensor output, Tensor target) => _batches++;

    /// <inheritdoc/>
    public double Read()
    {
        var batches = _batches;
        _batches = 0;
        return batches;
    }

    /// <inheritdoc/>
    public void Save(StateWriter state) => state.Add("batches", _batches);

    /// <inheritdoc/>
    public void Load(StateReader state) => _batches = (int)state.Whole("batches");

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
