using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// Mean of (output − target)² over samples and values, in the square of the target's unit. Output and target [batch, values].
/// </summary>
public sealed class MeanSquaredError : IMetric
{
    private readonly WeightedMean _mean = new();

    /// <inheritdoc/>
    public string Name => "mse";

    /// <inheritdoc/>
    public bool IsHigherBetter => false;

    /// <inheritdoc/>
    public void Add(Tensor output, Tensor target) =>
        _mean.AddMean(output.detach().sub(target.reshape(output.shape)).pow_(2).mean(), target.shape[0]);

    /// <inheritdoc/>
    public double Read() => _mean.Read();

    /// <inheritdoc/>
    public void Save(StateWriter state) => _mean.Save(state);

    /// <inheritdoc/>
    public void Load(StateReader state) => _mean.Load(state);

    /// <inheritdoc/>
    public void Dispose() => _mean.Dispose();
}
