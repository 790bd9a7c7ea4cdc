using TorchSharp;
using TrainSdk.Data.Sources;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Data.Loading;

/// <summary>
/// One of the model's inputs in a <see cref="Chunk"/>, or the targets: room for samples, encoded ahead of use where possible.
/// </summary>
internal sealed class ChunkPart : IDisposable
{
    private readonly ChunkEncoder? _encoder;
    private readonly SampleRoom _room;
    private readonly Tensor[] _views;
    private readonly nint _encoded;
    private readonly int _numbers;

    /// <summary>Makes room.</summary>
    /// <param name="source">Where the samples come from.</param>
    /// <param name="encoder">How they become numbers for the model; null for targets.</param>
    /// <param name="sizes">Samples by batch.</param>
    /// <param name="longest">Size of the first dimension where it differs from sample to sample.</param>
    /// <param name="pins">Whether the memory is pinned.</param>
    public ChunkPart(ISampleSource source, ChunkEncoder? encoder, long[] sizes, long? longest, bool pins)
    {
        _encoder = encoder;
        Source = source;
        var raw = source.Form.Type;
        IsEncoded = encoder?.Takes(raw) ?? false;
        _room = new SampleRoom(source, sizes.Sum(), longest, pins);
        _room.Rows.DetachFromDisposeScope();
        var encoded = !IsEncoded || encoder!.Keeps(raw)
            ? _room.Rows
            : torch.empty(_room.Rows.shape, dtype: encoder.TypeOf(raw));
        _encoded = HostMemory.AddressOf(encoded);
        _numbers = checked((int)encoded.NumberOfElements);
        _views = Array.ConvertAll(encoded.split(sizes), static batch => batch.DetachFromDisposeScope());
    }

    /// <summary>Where the samples come from.</summary>
    public ISampleSource Source { get; }

    /// <summary>Whether the batches go to the model as they are.</summary>
    public bool IsEncoded { get; }

    /// <summary>The room for samples as they are read.</summary>
    public SampleRoom Room => _room;

    /// <summary>A batch [count, …], encoded for the model where <see cref="IsEncoded"/>; the caller disposes it.</summary>
    /// <param name="batch">Its place in the chunk.</param>
    /// <param name="count">Its samples that could be read.</param>
    public Tensor Take(int batch, long count)
    {
        var view = _views[batch];
        if (view.shape[0] == count)
        {
            return view;
        }
        using var _ = view;
        return view.narrow(0, 0, count).DetachFromDisposeScope();
    }

    /// <summary>Copies samples in memory.</summary>
    /// <param name="order">Sample by place; null for their own order.</param>
    /// <param name="start">First place.</param>
    /// <param name="end">Place after the last.</param>
    public void Gather(long[]? order, long start, long end) => ((MemorySource)Source).Gather(_room.Address, order, start, end);

    /// <summary>Encodes what was read.</summary>
    public void Encode()
    {
        if (IsEncoded)
        {
            _encoder!.Encode(_room.Address, Source.Form.Type, _encoded, _numbers);
        }
    }

    public void Dispose()
    {
        Array.ForEach(_views, static view => view.Dispose());
        _room.Rows.Dispose();
    }
}
