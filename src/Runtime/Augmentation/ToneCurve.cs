using System.Runtime.CompilerServices;

namespace TrainSdk.Augmentation;

/// <summary>A new byte for each byte. The arithmetic is torch's in float32, step by step, so that the bytes are its bytes.</summary>
[InlineArray(256)]
internal struct ToneCurve
{
    private byte _first;

    /// <summary>A weighted sum with one other value, cut to bytes: ratio · byte + (1 − ratio) · other.</summary>
    public static ToneCurve Blend(double ratio, float other)
    {
        var curve = default(ToneCurve);
        var (own, rest) = ((float)ratio, (float)(1 - ratio) * other);
        for (var value = 0; value < 256; value++)
        {
            curve[value] = Bytes.Cut((own * value) + rest);
        }
        return curve;
    }

    /// <summary>Keeps the highest bits, 0 to 8 of them.</summary>
    public static ToneCurve Posterize(int bits)
    {
        var curve = default(ToneCurve);
        for (var value = 0; value < 256; value++)
        {
            curve[value] = (byte)(value & -(1 << (8 - bits)));
        }
        return curve;
    }

    /// <summary>Inverts bytes from the threshold on.</summary>
    public static ToneCurve Solarize(double threshold)
    {
        var curve = default(ToneCurve);
        for (var value = 0; value < 256; value++)
        {
            curve[value] = (byte)(value >= (float)threshold ? 255 - value : value);
        }
        return curve;
    }

    /// <summary>Stretches the bytes that occur to 0–255; one byte alone is left as it is.</summary>
    public static ToneCurve Stretch(ReadOnlySpan<int> histogram)
    {
        var (lowest, highest) = (histogram.IndexOfAnyExcept(0), histogram.LastIndexOfAnyExcept(0));
        // torch divides a number by a tensor by way of the reciprocal
        var (start, scale) = lowest == highest ? (0, 1f) : (lowest, 1f / (highest - lowest) * 255f);
        var curve = default(ToneCurve);
        for (var value = 0; value < 256; value++)
        {
            curve[value] = Bytes.Cut((value - start) * scale);
        }
        return curve;
    }

    /// <summary>
    /// Spreads the bytes evenly over 0–255. As in PIL, the highest of them does not count towards the step, and too few pixels for a step
    /// are left as they are.
    /// </summary>
    public static ToneCurve Equalize(ReadOnlySpan<int> histogram)
    {
        var pixels = 0;
        foreach (var count in histogram)
        {
            pixels += count;
        }
        var step = (pixels - histogram[histogram.LastIndexOfAnyExcept(0)]) / 255;
        var curve = default(ToneCurve);
        var below = 0;
        for (var value = 0; value < 256; value++)
        {
            curve[value] = (byte)(step == 0 ? value : value == 0 ? 0 : Math.Min((below + (step / 2)) / step, 255));
            below += histogram[value];
        }
        return curve;
    }

    /// <summary>Changes every byte.</summary>
    public readonly void Apply(Span<byte> pixels)
    {
        ReadOnlySpan<byte> curve = this;
        foreach (ref var pixel in pixels)
        {
            pixel = curve[pixel];
        }
    }
}
