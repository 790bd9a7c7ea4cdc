using TorchSharp;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// The exponential of the mean cross-entropy per token: between how many tokens the model is undecided; 1 is certain, the size of the
/// vocabulary is a guess. Output [batch, time, tokens], target [batch, time] of token indices; a negative index is not counted.
/// </summary>
public sealed class Perplexity : IMetric
{
    private const long Ignored = -100;

    private readonly WeightedMean _mean = new();

    /// <inheritdoc/>
    public string Name => "perplexity";

    /// <inheritdoc/>
    public bool IsHigherBetter => false;

    /// <inheritdoc/>
    public void Add(Tensor output, Tensor target)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var (scores, truth) = Scores.Rows(output, target);
        var exact = scores.dtype == ScalarType.Float64 ? scores : scores.to(ScalarType.Float32);
        var isCounted = truth.ge(0);
        var each = nn.functional.cross_entropy(
            exact, truth.masked_fill(isCounted.logical_not(), Ignored), ignore_index: Ignored, reduction: nn.Reduction.None);
        _mean.AddSum(each.sum(ScalarType.Float64), isCounted.sum());
    }

    /// <inheritdoc/>
    public double Read() => Math.Exp(_mean.Read());

    /// <inheritdoc/>
    public void Save(StateWriter state) => _mean.Save(state);

    /// <inheritdoc/>
    public void Load(StateReader state) => _mean.Load(state);

    /// <inheritdoc/>
    public void Dispose() => _mean.Dispose();
}
