using TrainSdk.Data;

namespace TrainSdk.Augmentation;

/// <summary>
/// The operations of the policies on images of bytes, to the same bytes as torchvision 0.14's tensor backend, interpolating by the nearest
/// pixel and filling with 0 as it does by default. Its backend for PIL images differs in places: it shears about another pixel and rounds
/// blends otherwise.
/// </summary>
internal static class PixelOperations
{
    /// <summary>Changes an image.</summary>
    /// <param name="operation">What is done.</param>
    /// <param name="magnitude">How much, in the operation's unit; not looked at by those that have none.</param>
    /// <param name="image">An image of bytes with 1 or 3 channels.</param>
    public static void Apply(PixelOperation operation, double magnitude, ImageSample image)
    {
        switch (operation)
        {
            case PixelOperation.Identity:
                break;
            case PixelOperation.Brightness:
                ToneAdjustment.Brightness(image, 1 + magnitude);
                break;
            case PixelOperation.Contrast:
                ToneAdjustment.Contrast(image, 1 + magnitude);
                break;
            case PixelOperation.Color:
                ColorAdjustment.Saturation(image, 1 + magnitude);
                break;
            case PixelOperation.Sharpness:
                Sharpening.Apply(image, 1 + magnitude);
                break;
            case PixelOperation.Posterize:
                ToneCurve.Posterize((int)magnitude).Apply(image.Bytes);
                break;
            case PixelOperation.Solarize:
                ToneCurve.Solarize(magnitude).Apply(image.Bytes);
                break;
            case PixelOperation.Invert:
                ToneCurve.Solarize(0).Apply(image.Bytes);
                break;
            case PixelOperation.AutoContrast or PixelOperation.Equalize:
                ByChannel(operation, image);
                break;
            default:
                AffineWarp.Apply(image, AffineMatrix.Of(operation, magnitude, image.Width, image.Height));
                break;
        }
    }

    private static void ByChannel(PixelOperation operation, ImageSample image)
    {
        Span<int> histogram = stackalloc int[256];
        for (var at = 0; at < image.Channels; at++)
        {
            var channel = image.Channel(at);
            Histogram.Count(channel, histogram);
            var curve = operation == PixelOperation.Equalize ? ToneCurve.Equalize(histogram) : ToneCurve.Stretch(histogram);
            curve.Apply(channel);
        }
    }
}
