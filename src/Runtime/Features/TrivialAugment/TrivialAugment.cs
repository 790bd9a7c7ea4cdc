using TrainSdk.Augmentation;
using TrainSdk.Data;

namespace TrainSdk;

/// <summary>
/// Applies one operation drawn from 14 with one of 31 magnitudes, each equally likely (Müller and Hutter, 2021), to images of bytes; as
/// torchvision's <c>TrivialAugmentWide</c> on tensors.
/// </summary>
public sealed class TrivialAugment : IAugmentation
{
    private const int Bins = 31;

    /// <inheritdoc/>
    public string Name => nameof(TrivialAugment);

    /// <inheritdoc/>
    public void Check(SampleForm form) => ImageForms.RequireBytes(Name, form);

    /// <inheritdoc/>
    public void Apply(ImageSample image, ref SampleRandom random) => Pick(ref random).Apply(image);

    /// <summary>An operation, how strong it is, and which way it goes.</summary>
    internal static PickedOperation Pick(ref SampleRandom random)
    {
        var operation = PickedOperation.Any(ref random);
        return PickedOperation.EitherWay(operation, Magnitudes.Wide(operation, random.Below(Bins), Bins), ref random);
    }
}
