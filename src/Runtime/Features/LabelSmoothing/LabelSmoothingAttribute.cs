namespace TrainSdk;

/// <summary>
/// Trains against targets of 1 − amount + amount/classes instead of 1 (Szegedy et al., 2016): less over-confidence, often better accuracy.
/// Training only: the validation loss stays the plain criterion, so the two losses are not compared by number. Needs a classification
/// objective.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LabelSmoothingAttribute(double amount = 0.1) : Attribute
{
    /// <summary>Share of the target spread over all classes, 0 to below 1; default 0.1.</summary>
    public double Amount { get; } = amount;
}
