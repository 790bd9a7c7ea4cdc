using TrainSdk.Data;

namespace TrainSdk.Augmentation;

/// <summary>Sharpness: away from a blurred image, or towards it.</summary>
internal static class Sharpening
{
    // The blur is a mean of nine pixels in which the middle one counts five times.
    private const int Weights = 13;

    /// <summary>0 is blurred, 1 changes nothing. The outermost pixels are not blurred, nor images of two rows or columns.</summary>
    public static void Apply(ImageSample image, double factor)
    {
        if (image.Height <= 2 || image.Width <= 2)
        {
            return;
        }
        image.Bytes.CopyTo(image.Scratch);
        var (own, rest) = ((float)factor, (float)(1 - factor));
        for (var row = 0; row < image.Channels * image.Height; row++)
        {
            var start = row * image.Width;
            var isInside = row % image.Height > 0 && row % image.Height < image.Height - 1;
            for (var at = start; at < start + image.Width; at++)
            {
                var value = image.Scratch[at];
                var isBlurred = isInside && at > start && at < start + image.Width - 1;
                image.Bytes[at] = Bytes.Blend(own, value, rest, isBlurred ? Blurred(image.Scratch, at, image.Width) : value);
            }
        }
    }

    private static byte Blurred(ReadOnlySpan<byte> pixels, int at, int width)
    {
        var sum = Three(pixels, at - width) + Three(pixels, at) + Three(pixels, at + width) + (4 * pixels[at]);
        return (byte)(((2 * sum) + Weights) / (2 * Weights));
    }

    private static int Three(ReadOnlySpan<byte> pixels, int at) => pixels[at - 1] + pixels[at] + pixels[at + 1];
}
