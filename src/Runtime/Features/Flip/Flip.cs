using TrainSdk.Augmentation;
using TrainSdk.Data;

namespace TrainSdk;

/// <summary>
/// Mirrors images at random, of any number type; as torchvision's <c>RandomHorizontalFlip</c> and <c>RandomVerticalFlip</c>.
/// </summary>
/// <param name="horizontal">How often left and right change places, 0 to 1.</param>
/// <param name="vertical">How often up and down do, 0 to 1.</param>
public sealed class Flip(double horizontal = 0.5, double vertical = 0) : IAugmentation
{
    /// <inheritdoc/>
    public string Name => nameof(Flip);

    /// <inheritdoc/>
    public void Check(SampleForm form) => ImageForms.RequireImages(Name, form);

    /// <inheritdoc/>
    public void Apply(ImageSample image, ref SampleRandom random)
    {
        if (random.Chance(horizontal))
        {
            PixelMoves.FlipHorizontally(image);
        }
        if (random.Chance(vertical))
        {
            PixelMoves.FlipVertically(image);
        }
    }
}
