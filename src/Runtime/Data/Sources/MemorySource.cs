using TorchSharp;
using TrainSdk.Data.Loading;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Data.Sources;

/// <summary>Samples in memory: the rows of a contiguous tensor on the CPU.</summary>
internal sealed class MemorySource : ISampleSource
{
    private readonly nint _address;

    public MemorySource(Tensor rows)
    {
        Rows = (rows.is_contiguous() ? rows : rows.contiguous()).DetachFromDisposeScope();
        Count = Rows.shape[0];
        Form = new SampleForm(Rows.dtype, Rows.shape[1..]);
        _address = HostMemory.AddressOf(Rows);
    }

    /// <summary>All samples, [count, …].</summary>
    public Tensor Rows { get; }

    /// <inheritdoc/>
    public long Count { get; }

    /// <inheritdoc/>
    public SampleForm Form { get; }

    /// <summary>The bytes of a sample, as they lie in memory.</summary>
    public unsafe Span<byte> Row(long position) => new((byte*)_address + (position * Form.Bytes), checked((int)Form.Bytes));

    /// <inheritdoc/>
    public void Read(long position, Span<byte> sample)
    {
        Row(position).CopyTo(sample);
        GC.KeepAlive(Rows);
    }

    /// <summary>Copies the samples of places <paramref name="start"/> to <paramref name="end"/> − 1, one behind the other.</summary>
    /// <param name="target">Where the first goes.</param>
    /// <param name="order">Sample by place; null for their own order.</param>
    /// <param name="start">First place.</param>
    /// <param name="end">Place after the last.</param>
    public void Gather(nint target, long[]? order, long start, long end)
    {
        RowGather.Copy(_address, target, Form.Bytes, order, start, end);
        GC.KeepAlive(Rows);
    }
}
