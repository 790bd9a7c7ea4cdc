namespace TrainSdk;

/// <summary>
/// Changes every training image by one operation drawn from 14 with any of 31 strengths (Müller and Hutter, 2021). Nothing to tune, and as
/// good as tuned policies in the paper's comparisons: the first policy to try. Needs images of bytes with 1 or 3 channels. Training only;
/// instead of <c>[AutoAugment]</c> and <c>[RandAugment]</c>.
/// </summary>
/// <remarks>
/// There is nothing to set. With <c>[RandomCrop]</c> and <c>[Flip]</c> before it and <c>[RandomErasing]</c> after it, it is torchvision's
/// present recipe. Small models on short runs may fit worse: compare. One policy per class (TRAIN1023); not beside <c>[NextToken]</c>
/// (TRAIN1025).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class TrivialAugmentAttribute : Attribute;
