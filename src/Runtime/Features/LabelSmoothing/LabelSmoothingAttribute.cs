namespace TrainSdk;

/// <summary>
/// Trains against targets of 1 − amount + amount/classes instead of 1 (Szegedy et al., 2016): less over-confidence, often better accuracy.
/// Training only: the validation loss stays the plain criterion, so the two losses are not compared by number. Needs a classification
/// objective.
/// </summary>
/// <remarks>
/// Start with 0.1; 0.05 to 0.2 are usual. Probabilities become less sharp: leave it out where they must be calibrated by themselves, or
/// where the model is to be distilled. It goes with <c>[Classification]</c>, <c>[NextToken]</c>, class weights and <c>[MixUp]</c>; not with
/// <c>[Binary]</c>, <c>[MultiLabel]</c>, <c>[Regression]</c> or a <c>Loss</c> of one's own (TRAIN1014).
/// </remarks>
/// <param name="amount">Share of the target spread over all classes, 0 to below 1; default 0.1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LabelSmoothingAttribute(double amount = 0.1) : Attribute
{
    /// <summary>Share of the target spread over all classes, 0 to below 1; default 0.1.</summary>
    public double Amount { get; } = amount;
}
