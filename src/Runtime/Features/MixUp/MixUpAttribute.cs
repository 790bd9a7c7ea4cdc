namespace TrainSdk;

/// <summary>
/// Trains on sums of two samples, with targets that are the same sum of their classes (Zhang et al., 2018): smoother decisions, less
/// over-confidence, and less over-fitting on long runs. It needs longer training, so leave it out of short runs. Training only: the
/// training loss is that of mixed targets and the training accuracy that of mixed samples, both worse than the validation's. Needs a
/// classification objective; goes with <c>[CutMix]</c>.
/// </summary>
/// <remarks>
/// Start with 0.2 and half as many epochs again. Watch the validation, not the training accuracy. <c>[LabelSmoothing]</c> goes with it. Not
/// with <c>[Binary]</c>, <c>[MultiLabel]</c>, <c>[Regression]</c>, <c>[NextToken]</c>, a <c>Loss</c> of one's own or several inputs
/// (TRAIN1024).
/// </remarks>
/// <param name="alpha">Mixing shares are drawn from Beta(α, α); default 0.2.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MixUpAttribute(double alpha = 0.2) : Attribute
{
    /// <summary>
    /// The shares are drawn from Beta(α, α): 0.1 to 0.4 leave most samples nearly alone and are usual, 1 draws every share as often,
    /// 0 switches it off; default 0.2.
    /// </summary>
    public double Alpha { get; } = alpha;
}
