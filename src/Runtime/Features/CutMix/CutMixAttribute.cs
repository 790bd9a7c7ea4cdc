namespace TrainSdk;

/// <summary>
/// Trains on images with a rectangle of another image in them, with targets that share by area (Yun et al., 2019): the model cannot lean
/// on one part of an object. Stronger than <c>[RandomErasing]</c> and often better than <c>[MixUp]</c> on photographs, in long runs.
/// Beside <c>[MixUp]</c> each batch is mixed in one way, each as often. Training only. Needs a classification objective and images.
/// </summary>
/// <remarks>
/// Start with 1, on runs of 100 epochs and more; short runs learn less with it. Watch the validation, not the training accuracy. Not with
/// <c>[Binary]</c>, <c>[MultiLabel]</c>, <c>[Regression]</c>, <c>[NextToken]</c>, a <c>Loss</c> of one's own or several inputs (TRAIN1024).
/// </remarks>
/// <param name="alpha">The kept share of the area is drawn from Beta(α, α); default 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CutMixAttribute(double alpha = 1) : Attribute
{
    /// <summary>The kept share of the area is drawn from Beta(α, α): 1 draws every share as often, 0 switches it off; default 1.</summary>
    public double Alpha { get; } = alpha;
}
