using SkiaSharp;
using TrainSdk.Inspection;

namespace TrainSdk.Runtime.Tests.Inspection;

public sealed class PngTests
{
    [Theory]
    [InlineData(1, 5, 3)]
    [InlineData(3, 7, 2)]
    [InlineData(3, 160, 120)]
    public void AnotherDecoderReadsTheSamePixels(int channels, int width, int height)
    {
        var pixels = new byte[width * height * channels];
        new Random(3).NextBytes(pixels);
        using var decoded = SKBitmap.Decode(Png.Pack(pixels, width, channels));
        Assert.Equal((width, height), (decoded.Width, decoded.Height));
        for (var at = 0; at < width * height; at++)
        {
            var color = decoded.GetPixel(at % width, at / width);
            byte[] expected = channels == 3 ? pixels[(3 * at)..((3 * at) + 3)] : [pixels[at], pixels[at], pixels[at]];
            Assert.Equal(expected, new[] { color.Red, color.Green, color.Blue });
        }
    }
}
