using TorchSharp;
using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>
/// Share of samples whose class is among the k highest scores, 0 to 1. Output [batch, classes], target [batch] of class indices; a negative
/// index is not counted. Of equal scores the one of the lower class comes first, as in <see cref="Accuracy"/>; scikit-learn has it the
/// other way round.
/// </summary>
/// <param name="k">How many classes may be guessed, at least 1 and below the number of classes.</param>
public sealed class TopK(int k) : IMetric
{
    private readonly WeightedMean _mean = new();

    /// <inheritdoc/>
    public string Name => $"top{k}_accuracy";

    /// <inheritdoc/>
    public bool IsHigherBetter => true;

    /// <inheritdoc/>
    /// <exception cref="TrainException">There are not more than k classes, so that every guess would be right.</exception>
    public void Add(Tensor output, Tensor target)
    {
        using var gradients = torch.no_grad();
        using var scope = torch.NewDisposeScope();
        var (scores, truth) = Scores.Rows(output, target);
        if (k < 1 || k >= scores.shape[1])
        {
            throw new TrainException($"[Metric<TopK>({k})] over {scores.shape[1]} classes says nothing; give 1 to {scores.shape[1] - 1}");
        }
        var index = truth.clamp_min(0).unsqueeze(1);
        var own = scores.gather(1, index);
        // not "less or equal" is "higher, or NaN"
        var isAhead = scores.le(own).logical_not_();
        var isEqualBefore = scores.eq(own).logical_and_(torch.arange(scores.shape[1], device: scores.device).lt(index));
        var isCounted = truth.ge(0);
        var isHit = isAhead.logical_or_(isEqualBefore).sum(1).lt(k).logical_and_(isCounted);
        _mean.AddSum(isHit.sum(), isCounted.sum());
    }

    /// <inheritdoc/>
    public double Read() => _mean.Read();

    /// <inheritdoc/>
    public void Save(StateWriter state) => _mean.Save(state);

    /// <inheritdoc/>
    public void Load(StateReader state) => _mean.Load(state);

    /// <inheritdoc/>
    public void Dispose() => _mean.Dispose();
}
