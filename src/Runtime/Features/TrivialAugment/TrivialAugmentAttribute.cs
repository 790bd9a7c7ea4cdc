namespace TrainSdk;

/// <summary>
/// Changes every training image by one operation drawn from 14 with any of 31 strengths (Müller and Hutter, 2021). Nothing to tune, and as
/// good as tuned policies in the paper's comparisons: the first policy to try. Needs images of bytes with 1 or 3 channels. Training only;
/// instead of <c>[AutoAugment]</c> and <c>[RandAugment]</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrivialAugmentAttribute : Attribute;
