using TrainSdk.Data;

namespace TrainSdk.Augmentation;

/// <summary>The channels of an image of bytes.</summary>
internal static class ImageChannels
{
    /// <summary>One channel's pixels, row by row.</summary>
    public static Span<byte> Channel(this ImageSample image, int channel)
    {
        var plane = image.Height * image.Width;
        return image.Bytes.Slice(channel * plane, plane);
    }
}
