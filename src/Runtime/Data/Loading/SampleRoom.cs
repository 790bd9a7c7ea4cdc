using System.Runtime.InteropServices;
using TorchSharp;
using TrainSdk.Data.Sources;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Data.Loading;

/// <summary>Room in memory for so many samples of a source, one behind the other.</summary>
internal sealed unsafe class SampleRoom
{
    private readonly nint _address;
    private readonly long _rowBytes;

    /// <summary>Makes room; the tensor belongs to the present dispose scope.</summary>
    /// <param name="source">Whose samples.</param>
    /// <param name="count">How many.</param>
    /// <param name="longest">Size of the first dimension, where that differs from sample to sample; null for the source's own.</param>
    /// <param name="pins">Whether the memory is pinned; only where a GPU is at work.</param>
    public SampleRoom(ISampleSource source, long count, long? longest, bool pins = false)
    {
        long[] shape = [count, .. source.Form.Shape];
        if (longest is { } length)
        {
            shape[1] = length;
        }
        var rows = torch.empty(shape, dtype: source.Form.Type);
        Rows = pins ? rows.pin_memory() : rows;
        Form = new SampleForm(source.Form.Type, shape[1..]);
        _address = HostMemory.AddressOf(Rows);
        _rowBytes = Form.Bytes;
    }

    /// <summary>[count, …].</summary>
    public Tensor Rows { get; }

    /// <summary>Type and shape of one row.</summary>
    public SampleForm Form { get; }

    /// <summary>Where the first row is.</summary>
    public nint Address => _address;

    /// <summary>The longest of some sequences; null for a source whose samples are of one shape.</summary>
    public static long? Longest(ISampleSource source, IEnumerable<long> positions) =>
        source is ISequenceSource sequences ? positions.Max(sequences.LengthOf) : null;

    /// <summary>The bytes of a row.</summary>
    public Span<byte> Row(long row) => new((byte*)_address + (row * _rowBytes), checked((int)_rowBytes));

    /// <summary>Reads a sample into a row, and pads what is left of it.</summary>
    public void Read(ISampleSource source, long position, long row)
    {
        var bytes = Row(row);
        var used = SampleBytes.Read(source, position, bytes).Length;
        if (source is ISequenceSource sequences)
        {
            Pad(bytes[used..], sequences.Padding);
        }
    }

    private void Pad(Span<byte> rest, long padding)
    {
        switch (Form.Type)
        {
            case ScalarType.Int64:
                MemoryMarshal.Cast<byte, long>(rest).Fill(padding);
                break;
            case ScalarType.Float32:
                MemoryMarshal.Cast<byte, float>(rest).Fill(padding);
                break;
            case ScalarType.Float64:
                MemoryMarshal.Cast<byte, double>(rest).Fill(padding);
                break;
            default:
                rest.Fill((byte)padding);
                break;
        }
    }
}
