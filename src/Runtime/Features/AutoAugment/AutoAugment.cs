using TrainSdk.Augmentation;
using TrainSdk.Data;

namespace TrainSdk;

/// <summary>
/// Applies one of 25 learned pairs of operations, each equally likely (Cubuk et al., 2019), to images of bytes; as torchvision's
/// <c>AutoAugment</c> on tensors.
/// </summary>
/// <param name="policy">What the operations were learned on.</param>
public sealed class AutoAugment(AutoAugmentPolicy policy = AutoAugmentPolicy.ImageNet) : IAugmentation
{
    private const int Bins = 10;
    private readonly PolicyPair[] _pairs = Pairs(policy);

    /// <inheritdoc/>
    public string Name => nameof(AutoAugment);

    /// <inheritdoc/>
    public void Check(SampleForm form) => ImageForms.RequireBytes(Name, form);

    /// <inheritdoc/>
    public void Apply(ImageSample image, ref SampleRandom random)
    {
        var pair = _pairs[random.Below(_pairs.Length)];
        Pick(pair.First, image.Width, image.Height, ref random).Apply(image);
        Pick(pair.Second, image.Width, image.Height, ref random).Apply(image);
    }

    /// <summary>The policy's pairs.</summary>
    internal static PolicyPair[] Pairs(AutoAugmentPolicy policy) => policy switch
    {
        AutoAugmentPolicy.ImageNet => LearnedPolicies.ImageNet,
        AutoAugmentPolicy.Cifar10 => LearnedPolicies.Cifar10,
        AutoAugmentPolicy.Svhn => LearnedPolicies.Svhn,
        _ => throw new ArgumentOutOfRangeException(nameof(policy), policy, "it is none of the three"),
    };

    /// <summary>What becomes of a step of the pair: its operation one way or the other, or nothing.</summary>
    internal static PickedOperation Pick(PolicyStep step, int width, int height, ref SampleRandom random) =>
        random.Chance(step.Probability)
            ? PickedOperation.EitherWay(
                step.Operation, Magnitudes.Narrow(step.Operation, step.Bin, Bins, width, height), ref random)
            : default;
}
