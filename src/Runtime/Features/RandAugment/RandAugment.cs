using TrainSdk.Augmentation;
using TrainSdk.Data;

namespace TrainSdk;

/// <summary>
/// Applies operations drawn from 14, each equally likely, with one magnitude for all of them (Cubuk et al., 2020), to images of bytes; as
/// torchvision's <c>RandAugment</c> on tensors with its 31 magnitudes.
/// </summary>
/// <param name="operations">Operations per image, at least 0.</param>
/// <param name="magnitude">How strong they are, 0 to 30.</param>
public sealed class RandAugment(int operations = 2, int magnitude = 9) : IAugmentation
{
    private const int Bins = 31;

    /// <inheritdoc/>
    public string Name => nameof(RandAugment);

    /// <inheritdoc/>
    public void Check(SampleForm form) => ImageForms.RequireBytes(Name, form);

    /// <inheritdoc/>
    public void Apply(ImageSample image, ref SampleRandom random)
    {
        for (var operation = 0; operation < operations; operation++)
        {
            Pick(image.Width, image.Height, ref random).Apply(image);
        }
    }

    /// <summary>One operation, and which way it goes.</summary>
    internal PickedOperation Pick(int width, int height, ref SampleRandom random)
    {
        var operation = PickedOperation.Any(ref random);
        return PickedOperation.EitherWay(operation, Magnitudes.Narrow(operation, magnitude, Bins, width, height), ref random);
    }
}
