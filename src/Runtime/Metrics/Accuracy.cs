using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// Share of samples whose highest score is that of their class, 0 to 1. Output [batch, classes], target [batch] of class indices.
/// </summary>
public sealed class Accuracy : IMetric
{
    private readonly WeightedMean _mean = new();

    /// <inheritdoc/>
    public string Name => "accuracy";

    /// <inheritdoc/>
    public void Add(Tensor output, Tensor target) => _mean.AddSum(output.argmax(1).eq(target).sum(), target.shape[0]);

    /// <inheritdoc/>
    public double Read() => _mean.Read();

    /// <inheritdoc/>
    public void Dispose() => _mean.Dispose();
}
