namespace TrainSdk;

/// <summary>
/// Changes every training image by one of 25 pairs of operations whose kinds, strengths and frequencies were learned on a data set (Cubuk
/// et al., 2019). Use it where your images are like that set's; <c>[TrivialAugment]</c> needs no such likeness. Needs images of bytes with
/// 1 or 3 channels. Training only; instead of <c>[RandAugment]</c> and <c>[TrivialAugment]</c>.
/// </summary>
/// <remarks>
/// Start with the policy of the data set that yours is most like. It wants long runs: 100 epochs and more. One policy per class: not with
/// <c>[RandAugment]</c> or <c>[TrivialAugment]</c> (TRAIN1023), nor beside <c>[NextToken]</c> (TRAIN1025).
/// </remarks>
/// <param name="policy">What the operations were learned on; default <see cref="AutoAugmentPolicy.ImageNet"/>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AutoAugmentAttribute(AutoAugmentPolicy policy = AutoAugmentPolicy.ImageNet) : Attribute
{
    /// <summary>What the operations were learned on; default <see cref="AutoAugmentPolicy.ImageNet"/>.</summary>
    public AutoAugmentPolicy Policy { get; } = policy;
}
