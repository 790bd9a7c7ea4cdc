using TrainSdk.Augmentation;
using TrainSdk.Data;

namespace TrainSdk;

/// <summary>
/// Pads images with zeros and cuts their own size out again at a random place, each equally likely; of any number type. As torchvision's
/// <c>RandomCrop(size, padding)</c>.
/// </summary>
/// <param name="padding">Rows and columns on every side, at least 0.</param>
public sealed class RandomCrop(int padding = 4) : IAugmentation
{
    /// <inheritdoc/>
    public string Name => nameof(RandomCrop);

    /// <inheritdoc/>
    public void Check(SampleForm form) => ImageForms.RequireImages(Name, form);

    /// <inheritdoc/>
    public void Apply(ImageSample image, ref SampleRandom random)
    {
        var places = (2 * padding) + 1;
        PixelMoves.Shift(image, down: padding - random.Below(places), right: padding - random.Below(places));
    }
}
