using TrainSdk.Augmentation;
using TrainSdk.Data;

namespace TrainSdk;

/// <summary>
/// Replaces a random rectangle of images by the mean of each channel (Zhong et al., 2020), of any number type. The rectangle's area and
/// the logarithm of its aspect, from 0.3 to 3.3, are uniform; as torchvision's <c>RandomErasing</c> with a value of 0 after normalisation.
/// </summary>
/// <param name="probability">How often, 0 to 1.</param>
/// <param name="minArea">Smallest area as a share of the image's, 0 to 1.</param>
/// <param name="maxArea">Largest area as a share of the image's, 0 to 1.</param>
public sealed class RandomErasing(double probability = 0.5, double minArea = 0.02, double maxArea = 0.33) : IAugmentation
{
    private const int Attempts = 10;
    private static readonly (double Low, double High) LogAspect = (Math.Log(0.3), Math.Log(3.3));

    /// <inheritdoc/>
    public string Name => nameof(RandomErasing);

    /// <inheritdoc/>
    public void Check(SampleForm form) => ImageForms.RequireImages(Name, form);

    /// <inheritdoc/>
    public void Apply(ImageSample image, ref SampleRandom random)
    {
        if (random.Chance(probability))
        {
            Pick(image.Height, image.Width, ref random).FillWithMean(image);
        }
    }

    /// <summary>A rectangle that leaves something of the image's height and width; an empty one where none of ten does.</summary>
    internal Rectangle Pick(int height, int width, ref SampleRandom random)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            var area = height * width * random.Between(minArea, maxArea);
            var aspect = Math.Exp(random.Between(LogAspect.Low, LogAspect.High));
            var (rows, columns) = ((int)Math.Round(Math.Sqrt(area * aspect)), (int)Math.Round(Math.Sqrt(area / aspect)));
            if (rows < height && columns < width)
            {
                return new Rectangle(random.Below(height - rows + 1), random.Below(width - columns + 1), rows, columns);
            }
        }
        return default;
    }
}
