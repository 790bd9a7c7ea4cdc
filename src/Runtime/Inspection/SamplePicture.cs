using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Inspection;

/// <summary>Shows samples as pictures.</summary>
/// <param name="form">Type and shape, [1 or 3, height, width].</param>
/// <param name="ranges">The training split's values: what is black and what is white, where they are not pixels from 0 to 255.</param>
internal sealed class SamplePicture(SampleForm form, IReadOnlyList<ValueRange> ranges)
{
    private const int LongestSide = 160;
    private const int Half = 128;

    private readonly int _cell = ((Math.Max((int)form.Shape[1], (int)form.Shape[2]) - 1) / LongestSide) + 1;
    private readonly int _height = (int)form.Shape[1];
    private readonly int _width = (int)form.Shape[2];
    private readonly double _low = IsPixels(form, ranges) ? 0 : ranges.Min(static range => range.Low);
    private readonly double _high = IsPixels(form, ranges) ? byte.MaxValue : ranges.Max(static range => range.High);

    /// <summary>1 for grey, 3 for colours.</summary>
    public int Channels { get; } = (int)form.Shape[0];

    /// <summary>Pixels in a row of the picture, at most 160.</summary>
    public int Columns => Math.Max(1, _width / _cell);

    /// <summary>Rows of the picture, at most 160.</summary>
    public int Rows => Math.Max(1, _height / _cell);

    /// <summary>Whether samples can be shown as pictures.</summary>
    public static bool Shows(SampleForm form) => form.Shape is [1 or 3, _, _] && ValueTotals.Measures(form);

    /// <summary>A PNG file, at most 160 pixels wide and high: of larger samples the mean of each square of pixels.</summary>
    /// <param name="sample">The sample.</param>
    public byte[] Png(ReadOnlySpan<byte> sample) => Inspection.Png.Pack(Pixels(sample), Columns, Channels);

    /// <summary>The picture's pixels, row by row.</summary>
    /// <param name="sample">The sample.</param>
    public byte[] Pixels(ReadOnlySpan<byte> sample)
    {
        var pixels = new byte[Rows * Columns * Channels];
        for (var at = 0; at < pixels.Length; at++)
        {
            var (place, channel) = (at / Channels, at % Channels);
            pixels[at] = Shade(Mean(sample, channel, place / Columns * _cell, place % Columns * _cell));
        }
        return pixels;
    }

    private static bool IsPixels(SampleForm form, IReadOnlyList<ValueRange> ranges) =>
        ranges.Count == 0 || (form.Type == ScalarType.Byte && ranges.Max(static range => range.High) >= Half);

    private byte Shade(double value) =>
        (byte)Math.Clamp(Math.Round((value - _low) / (_high > _low ? _high - _low : 1) * byte.MaxValue), byte.MinValue, byte.MaxValue);

    private double Mean(ReadOnlySpan<byte> sample, int channel, int top, int left)
    {
        var (bottom, right) = (Math.Min(top + _cell, _height), Math.Min(left + _cell, _width));
        var sum = 0.0;
        for (var row = top; row < bottom; row++)
        {
            for (var column = left; column < right; column++)
            {
                sum += Value(sample, (((channel * _height) + row) * _width) + column);
            }
        }
        return sum / ((bottom - top) * (right - left));
    }

    private double Value(ReadOnlySpan<byte> sample, int at) => form.Type switch
    {
        ScalarType.Byte => sample[at],
        ScalarType.Float32 => MemoryMarshal.Cast<byte, float>(sample)[at],
        _ => MemoryMarshal.Cast<byte, double>(sample)[at],
    };
}
