namespace TrainSdk;

/// <summary>
/// Changes every training image by operations drawn from 14 (colours, shears, translation, rotation), all of one strength (Cubuk et al.,
/// 2020). Two numbers to tune: more and stronger for larger models, larger data and longer runs. Needs images of bytes with 1 or 3
/// channels. Training only; instead of <c>[AutoAugment]</c> and <c>[TrivialAugment]</c>.
/// </summary>
/// <remarks>
/// Start with 2 operations of magnitude 9; less for small models and short runs. A training loss that stays far above the validation's says
/// that it is too much. One policy per class: not with <c>[AutoAugment]</c> or <c>[TrivialAugment]</c> (TRAIN1023), nor beside
/// <c>[NextToken]</c> (TRAIN1025).
/// </remarks>
/// <param name="operations">Operations per image; default 2.</param>
/// <param name="magnitude">How strong they are, 0 to 30; default 9.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RandAugmentAttribute(int operations = 2, int magnitude = 9) : Attribute
{
    /// <summary>Operations per image, one after the other; 1 to 3 are usual, 0 switches it off, default 2.</summary>
    public int Operations { get; } = operations;

    /// <summary>How strong they are, 0 to 30: 5 to 15 are usual; default 9, as in torchvision.</summary>
    public int Magnitude { get; } = magnitude;
}
