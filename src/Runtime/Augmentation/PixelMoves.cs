using System.Runtime.InteropServices;
using TrainSdk.Data;

namespace TrainSdk.Augmentation;

/// <summary>Flips and crops of images of any number type.</summary>
internal static class PixelMoves
{
    /// <summary>Left becomes right.</summary>
    public static void FlipHorizontally(ImageSample image)
    {
        var row = RowBytes(image);
        for (var at = 0; at < image.Bytes.Length; at += row)
        {
            Reverse(image.Bytes.Slice(at, row), row / image.Width);
        }
    }

    /// <summary>Up becomes down.</summary>
    public static void FlipVertically(ImageSample image)
    {
        image.Bytes.CopyTo(image.Scratch);
        var row = RowBytes(image);
        var rows = image.Channels * image.Height;
        for (var at = 0; at < rows; at++)
        {
            var mirrored = at - (at % image.Height) + image.Height - 1 - (at % image.Height);
            image.Scratch.Slice(mirrored * row, row).CopyTo(image.Bytes.Slice(at * row, row));
        }
    }

    /// <summary>Moves the image; what comes in at the edges is 0.</summary>
    /// <param name="image">The image.</param>
    /// <param name="down">Rows, below 0 for up.</param>
    /// <param name="right">Columns, below 0 for left.</param>
    public static void Shift(ImageSample image, int down, int right)
    {
        image.Bytes.CopyTo(image.Scratch);
        image.Bytes.Clear();
        var row = RowBytes(image);
        var number = row / image.Width;
        var kept = Math.Max(0, image.Width - Math.Abs(right)) * number;
        var (from, to) = (Math.Max(-right, 0) * number, Math.Max(right, 0) * number);
        for (var at = 0; at < image.Channels * image.Height && kept > 0; at++)
        {
            var source = (at % image.Height) - down;
            if (source >= 0 && source < image.Height)
            {
                image.Scratch.Slice(((at - down) * row) + from, kept).CopyTo(image.Bytes[((at * row) + to)..]);
            }
        }
    }

    private static int RowBytes(ImageSample image) => image.Bytes.Length / (image.Channels * image.Height);

    private static void Reverse(Span<byte> row, int number)
    {
        switch (number)
        {
            case sizeof(byte):
                row.Reverse();
                break;
            case sizeof(float):
                MemoryMarshal.Cast<byte, float>(row).Reverse();
                break;
            default:
                MemoryMarshal.Cast<byte, double>(row).Reverse();
                break;
        }
    }
}
