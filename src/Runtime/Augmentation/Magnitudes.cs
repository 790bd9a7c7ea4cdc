namespace TrainSdk.Augmentation;

/// <summary>
/// How much an operation does at each of evenly spaced magnitudes: the narrow range of AutoAugment (Cubuk et al., 2019) and RandAugment
/// (Cubuk et al., 2020), and the wide one of TrivialAugment (Müller and Hutter, 2021), both as torchvision has them.
/// </summary>
internal static class Magnitudes
{
    // The paper's largest translation is 150 columns of its images' 331.
    private const double LargestShift = 150.0 / 331;

    /// <summary>Whether the operation goes both ways.</summary>
    public static bool IsSigned(PixelOperation operation) => operation is >= PixelOperation.ShearX and <= PixelOperation.Sharpness;

    /// <summary>A magnitude of the narrow range.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="bin">Which, from 0.</param>
    /// <param name="bins">Of how many.</param>
    /// <param name="width">Columns of the image.</param>
    /// <param name="height">Rows of the image.</param>
    public static double Narrow(PixelOperation operation, int bin, int bins, int width, int height)
    {
        var share = (double)bin / (bins - 1);
        return operation switch
        {
            PixelOperation.ShearX or PixelOperation.ShearY => 0.3 * share,
            PixelOperation.TranslateX => LargestShift * width * share,
            PixelOperation.TranslateY => LargestShift * height * share,
            PixelOperation.Rotate => 30 * share,
            PixelOperation.Posterize => 8 - Math.Round(4 * share),
            PixelOperation.Solarize => 255 * (1 - share),
            _ => IsSigned(operation) ? 0.9 * share : 0,
        };
    }

    /// <summary>A magnitude of the wide range, which does not depend on the image's size.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="bin">Which, from 0.</param>
    /// <param name="bins">Of how many.</param>
    public static double Wide(PixelOperation operation, int bin, int bins)
    {
        var share = (double)bin / (bins - 1);
        return operation switch
        {
            PixelOperation.TranslateX or PixelOperation.TranslateY => 32 * share,
            PixelOperation.Rotate => 135 * share,
            PixelOperation.Posterize => 8 - Math.Round(6 * share),
            PixelOperation.Solarize => 255 * (1 - share),
            _ => IsSigned(operation) ? 0.99 * share : 0,
        };
    }
}
