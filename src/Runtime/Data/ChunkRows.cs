using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>Rows of a data set and the room that they are copied to, as addresses.</summary>
internal readonly struct ChunkRows(Tensor source, Tensor room)
{
    private readonly nint _source = HostMemory.AddressOf(source);
    private readonly long _rowBytes = source.NumberOfElements / source.size(0) * source.ElementSize;

    /// <summary>Where the first row goes.</summary>
    public nint Target { get; } = HostMemory.AddressOf(room);

    /// <summary>Room for the samples of so many batches.</summary>
    public static Tensor Room(Tensor source, ScalarType type, long[] sizes)
    {
        var shape = source.shape;
        shape[0] = sizes.Sum();
        return torch.empty(shape, dtype: type);
    }

    /// <summary>Views of the room, one per batch.</summary>
    public static Tensor[] Cut(Tensor room, long[] sizes) =>
        Array.ConvertAll(room.split(sizes), static batch => batch.DetachFromDisposeScope());

    /// <summary>Copies the rows at the positions <paramref name="start"/> to <paramref name="end"/> − 1.</summary>
    public void Copy(long[]? order, long start, long end) => RowGather.Copy(_source, Target, _rowBytes, order, start, end);
}
