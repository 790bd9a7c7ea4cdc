using TrainSdk.Data;

namespace TrainSdk.Augmentation;

/// <summary>Saturation and hue. Images of one channel have neither and are left as they are.</summary>
internal static class ColorAdjustment
{
    /// <summary>The luma of a pixel by ITU-R BT.601, cut to a byte.</summary>
    public static byte Grey(byte red, byte green, byte blue) => (byte)((0.2989f * red) + (0.587f * green) + (0.114f * blue));

    /// <summary>Moves away from grey, or towards it: 0 is grey, 1 changes nothing.</summary>
    public static void Saturation(ImageSample image, double factor)
    {
        if (image.Channels == 1)
        {
            return;
        }
        var (own, rest) = ((float)factor, (float)(1 - factor));
        var red = image.Channel(0);
        var green = image.Channel(1);
        var blue = image.Channel(2);
        for (var at = 0; at < red.Length; at++)
        {
            var grey = Grey(red[at], green[at], blue[at]);
            red[at] = Bytes.Blend(own, red[at], rest, grey);
            green[at] = Bytes.Blend(own, green[at], rest, grey);
            blue[at] = Bytes.Blend(own, blue[at], rest, grey);
        }
    }

    /// <summary>Turns the hue by a share of the circle, −0.5 to 0.5.</summary>
    public static void Hue(ImageSample image, double turn)
    {
        if (image.Channels == 1)
        {
            return;
        }
        var red = image.Channel(0);
        var green = image.Channel(1);
        var blue = image.Channel(2);
        for (var at = 0; at < red.Length; at++)
        {
            var pixel = HuePixel.Of(red[at] / 255f, green[at] / 255f, blue[at] / 255f).Turned((float)turn);
            var (newRed, newGreen, newBlue) = pixel.Colors();
            (red[at], green[at], blue[at]) = ((byte)(newRed * 255f), (byte)(newGreen * 255f), (byte)(newBlue * 255f));
        }
    }
}
