using TrainSdk.Data;

namespace TrainSdk.Augmentation;

/// <summary>Brightness and contrast.</summary>
internal static class ToneAdjustment
{
    /// <summary>Multiplies: 0 is black, 1 changes nothing.</summary>
    public static void Brightness(ImageSample image, double factor) => ToneCurve.Blend(factor, 0).Apply(image.Bytes);

    /// <summary>Moves away from the image's mean grey, or towards it: 0 is grey, 1 changes nothing.</summary>
    public static void Contrast(ImageSample image, double factor) => ToneCurve.Blend(factor, MeanGrey(image)).Apply(image.Bytes);

    private static float MeanGrey(ImageSample image)
    {
        var sum = 0L;
        var first = image.Channel(0);
        if (image.Channels == 1)
        {
            foreach (var pixel in first)
            {
                sum += pixel;
            }
            return (float)sum / first.Length;
        }
        var green = image.Channel(1);
        var blue = image.Channel(2);
        for (var at = 0; at < first.Length; at++)
        {
            sum += ColorAdjustment.Grey(first[at], green[at], blue[at]);
        }
        return (float)sum / first.Length;
    }
}
