using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// One of the model's inputs in a <see cref="Chunk"/>: room for its samples, encoded where that is possible ahead of use.
/// </summary>
internal sealed class ChunkInput : IDisposable
{
    private readonly ChunkEncoder _encoder;
    private readonly Tensor _raw;
    private readonly ChunkRows _rows;
    private readonly nint _encoded;
    private readonly int _numbers;
    private readonly ScalarType _rawType;

    /// <summary>Makes room.</summary>
    /// <param name="source">All samples, [count, …].</param>
    /// <param name="encoder">How they become numbers for the model.</param>
    /// <param name="sizes">Samples by batch.</param>
    public ChunkInput(Tensor source, ChunkEncoder encoder, long[] sizes)
    {
        _encoder = encoder;
        _rawType = source.dtype;
        IsEncoded = encoder.Takes(_rawType);
        _raw = ChunkRows.Room(source, _rawType, sizes).DetachFromDisposeScope();
        var encoded = !IsEncoded || encoder.Keeps(_rawType) ? _raw : ChunkRows.Room(source, encoder.TypeOf(_rawType), sizes);
        _rows = new ChunkRows(source, _raw);
        _encoded = HostMemory.AddressOf(encoded);
        _numbers = checked((int)encoded.NumberOfElements);
        Batches = ChunkRows.Cut(encoded, sizes);
    }

    /// <summary>By batch, [count, …]; encoded for the model where <see cref="IsEncoded"/>.</summary>
    public Tensor[] Batches { get; }

    /// <summary>Whether the batches go to the model as they are.</summary>
    public bool IsEncoded { get; }

    /// <summary>Gathers and encodes the samples at the positions <paramref name="start"/> to <paramref name="end"/> − 1.</summary>
    public void Fill(long[]? order, long start, long end)
    {
        _rows.Copy(order, start, end);
        if (IsEncoded)
        {
            _encoder.Encode(_rows.Target, _rawType, _encoded, _numbers);
        }
    }

    public void Dispose()
    {
        Array.ForEach(Batches, static batch => batch.Dispose());
        _raw.Dispose();
    }
}
