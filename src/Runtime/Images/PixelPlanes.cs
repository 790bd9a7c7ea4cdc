using System.Runtime.InteropServices;

namespace TrainSdk.Images;

/// <summary>Takes pixels of four bytes apart into [channels, height, width].</summary>
internal static class PixelPlanes
{
    private const int LumaBits = 16;
    private const uint LumaOfRed = 19595;
    private const uint LumaOfGreen = 38470;
    private const uint LumaOfBlue = 7471;

    /// <summary>Writes a picture's channels.</summary>
    /// <param name="pixels">Red, green, blue and alpha of each pixel, as stored.</param>
    /// <param name="width">Columns as stored.</param>
    /// <param name="height">Rows as stored.</param>
    /// <param name="turn">How the stored picture is turned upright.</param>
    /// <param name="target">[channels, height, width] of the upright picture.</param>
    public static void Write(ReadOnlySpan<byte> pixels, int width, int height, Turn turn, Span<byte> target)
    {
        var stored = MemoryMarshal.Cast<byte, uint>(pixels);
        var count = width * height;
        var (columns, rows) = turn.Size(width, height);
        var (first, column, row) = turn.Steps(width, height);
        for (var y = 0; y < rows; y++)
        {
            if (target.Length == count)
            {
                Grey(stored, first + (y * row), column, target.Slice(y * columns, columns));
            }
            else
            {
                Colours(stored, first + (y * row), column, target[(y * columns)..], columns, count);
            }
        }
    }

    private static void Colours(ReadOnlySpan<uint> stored, int first, int step, Span<byte> target, int columns, int plane)
    {
        var red = target[..columns];
        var green = target.Slice(plane, columns);
        var blue = target.Slice(2 * plane, columns);
        for (var x = 0; x < columns; x++)
        {
            var pixel = stored[first + (x * step)];
            red[x] = (byte)pixel;
            green[x] = (byte)(pixel >> 8);
            blue[x] = (byte)(pixel >> 16);
        }
    }

    // ITU-R 601 luma in fixed point, rounded; what is grey stays as it is.
    private static void Grey(ReadOnlySpan<uint> stored, int first, int step, Span<byte> target)
    {
        for (var x = 0; x < target.Length; x++)
        {
            var pixel = stored[first + (x * step)];
            var luma = ((pixel & 0xFF) * LumaOfRed) + (((pixel >> 8) & 0xFF) * LumaOfGreen) + (((pixel >> 16) & 0xFF) * LumaOfBlue);
            target[x] = (byte)((luma + (1u << (LumaBits - 1))) >> LumaBits);
        }
    }
}
