using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>The loss over a whole split: every sample counts once, whatever the batches' sizes.</summary>
public sealed class MeanLoss : IDisposable
{
    private readonly WeightedMean _mean = new();

    /// <summary>Adds a batch's mean loss (a scalar) over its number of samples.</summary>
    public void Add(Tensor loss, long count) => _mean.AddMean(loss, count);

    /// <summary>Adds a batch's summed loss and the weight it is divided by, both scalars.</summary>
    public void Add(Tensor sum, Tensor weight) => _mean.AddSum(sum, weight);

    /// <summary>The mean over everything added since the last read; NaN where nothing was.</summary>
    public double Read() => _mean.Read();

    /// <inheritdoc/>
    public void Dispose() => _mean.Dispose();
}
