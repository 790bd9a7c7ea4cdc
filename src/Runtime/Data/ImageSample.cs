using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>One image in memory, [channels, height, width] row-major, before it is normalised.</summary>
public readonly ref struct ImageSample
{
    /// <summary>Looks at memory as an image.</summary>
    /// <param name="form">Type and shape; three sizes.</param>
    /// <param name="bytes">The image.</param>
    /// <param name="scratch">As much memory again, for what cannot be done in place.</param>
    /// <param name="mean">Mean by channel over the training split, in the image's unit; empty where it is unknown.</param>
    public ImageSample(SampleForm form, Span<byte> bytes, Span<byte> scratch, ReadOnlySpan<double> mean = default)
    {
        Type = form.Type;
        Channels = (int)form.Shape[0];
        Height = (int)form.Shape[1];
        Width = (int)form.Shape[2];
        Bytes = bytes;
        Scratch = scratch;
        Mean = mean;
    }

    /// <summary>uint8, float32 or float64.</summary>
    public ScalarType Type { get; }

    /// <summary>1 for grey, 3 for red, green and blue.</summary>
    public int Channels { get; }

    /// <summary>Rows.</summary>
    public int Height { get; }

    /// <summary>Columns.</summary>
    public int Width { get; }

    /// <summary>The image.</summary>
    public Span<byte> Bytes { get; }

    /// <summary>Memory of the same size; what it holds is undefined.</summary>
    public Span<byte> Scratch { get; }

    /// <summary>Mean by channel over the training split, in the image's unit; empty where it is unknown.</summary>
    public ReadOnlySpan<double> Mean { get; }

    /// <summary>The image's numbers; of uint8 the bytes.</summary>
    public Span<T> Numbers<T>()
        where T : unmanaged => MemoryMarshal.Cast<byte, T>(Bytes);
}
