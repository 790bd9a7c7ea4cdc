using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace TrainSdk.Images;

/// <summary>
/// Brings a part of a picture to another size, columns first and then rows, rounding to bytes after each, as Pillow's <c>resize</c> does
/// with <c>BILINEAR</c>. Pixels are four bytes. The same on every machine.
/// </summary>
internal sealed class Resampler
{
    private readonly ResampledAxis _columns = new();
    private readonly ResampledAxis _rows = new();
    private readonly NativeBuffer _narrowed = new();

    /// <summary>Shows a part of a picture in a target of another size; what it does not fill becomes black.</summary>
    /// <param name="source">The picture, row by row.</param>
    /// <param name="width">Its columns.</param>
    /// <param name="height">Its rows.</param>
    /// <param name="plan">Which part of it goes where.</param>
    /// <param name="target">All of the target.</param>
    /// <param name="targetWidth">Columns of the target.</param>
    public void Fit(ReadOnlySpan<byte> source, int width, int height, FitPlan plan, Span<byte> target, int targetWidth)
    {
        _columns.Prepare(width, plan.Box.Left, plan.Box.Width, plan.Width);
        _rows.Prepare(height, plan.Box.Top, plan.Box.Height, plan.Height);
        var lowest = _rows.Lowest;
        var count = _rows.End - lowest;
        var narrowed = Pixels(_narrowed.Take(checked(count * plan.Width * sizeof(uint))));
        var pixels = Pixels(source);
        for (var row = 0; row < count; row++)
        {
            Narrow(pixels.Slice((lowest + row) * width, width), narrowed.Slice(row * plan.Width, plan.Width));
        }
        if (plan.Width * plan.Height * sizeof(uint) < target.Length)
        {
            target.Clear();
        }
        var result = Pixels(target);
        for (var row = 0; row < plan.Height; row++)
        {
            var rows = narrowed[((_rows.First(row) - lowest) * plan.Width)..];
            Sum(rows, plan.Width, _rows.Weights(row), result.Slice(((plan.Top + row) * targetWidth) + plan.Left, plan.Width));
        }
    }

    private static Span<uint> Pixels(Span<byte> bytes) => MemoryMarshal.Cast<byte, uint>(bytes);

    private static ReadOnlySpan<uint> Pixels(ReadOnlySpan<byte> bytes) => MemoryMarshal.Cast<byte, uint>(bytes);

    private void Narrow(ReadOnlySpan<uint> source, Span<uint> target)
    {
        for (var i = 0; i < target.Length; i++)
        {
            var weights = _columns.Weights(i);
            var pixels = source.Slice(_columns.First(i), weights.Length);
            var sum = Vector128<float>.Zero;
            for (var tap = 0; tap < weights.Length; tap++)
            {
                sum += Channels(pixels[tap]) * weights[tap];
            }
            target[i] = Pixel(sum);
        }
    }

    private static void Sum(ReadOnlySpan<uint> rows, int width, ReadOnlySpan<float> weights, Span<uint> target)
    {
        for (var i = 0; i < width; i++)
        {
            var sum = Vector128<float>.Zero;
            for (var tap = 0; tap < weights.Length; tap++)
            {
                sum += Channels(rows[(tap * width) + i]) * weights[tap];
            }
            target[i] = Pixel(sum);
        }
    }

    private static Vector128<float> Channels(uint pixel) =>
        Vector128.ConvertToSingle(Vector128.WidenLower(Vector128.WidenLower(Vector128.CreateScalar(pixel).AsByte())).AsInt32());

    private static uint Pixel(Vector128<float> channels)
    {
        var rounded = Vector128.ConvertToInt32(channels + Vector128.Create(0.5f));
        var words = Vector128.Narrow(rounded, rounded);
        return Vector128.Narrow(words.AsUInt16(), words.AsUInt16()).AsUInt32().ToScalar();
    }
}
