using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Augmentation;

/// <summary>A part of an image.</summary>
/// <param name="Top">First row.</param>
/// <param name="Left">First column.</param>
/// <param name="Height">Rows.</param>
/// <param name="Width">Columns.</param>
internal readonly record struct Rectangle(int Top, int Left, int Height, int Width)
{
    /// <summary>Fills it with each channel's mean, or 0 where that is unknown.</summary>
    public void FillWithMean(ImageSample image)
    {
        for (var channel = 0; channel < image.Channels; channel++)
        {
            var mean = channel < image.Mean.Length ? image.Mean[channel] : 0;
            switch (image.Type)
            {
                case ScalarType.Byte:
                    Fill(image, channel, (byte)Math.Clamp(Math.Round(mean), 0, 255));
                    break;
                case ScalarType.Float32:
                    Fill(image, channel, (float)mean);
                    break;
                default:
                    Fill(image, channel, mean);
                    break;
            }
        }
    }

    private void Fill<T>(ImageSample image, int channel, T value)
        where T : unmanaged
    {
        var numbers = image.Numbers<T>();
        for (var row = Top; row < Top + Height; row++)
        {
            numbers.Slice((((channel * image.Height) + row) * image.Width) + Left, Width).Fill(value);
        }
    }
}
