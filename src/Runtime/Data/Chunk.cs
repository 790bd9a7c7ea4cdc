using TorchSharp;
using TrainSdk.Native;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Room for the samples of several batches, gathered at once and cut into batches beforehand. <see cref="Fill"/> may run on another
/// thread: it writes memory, and neither calls torch nor allocates.
/// </summary>
internal sealed class Chunk : IDisposable
{
    private readonly DataSet _data;
    private readonly ChunkEncoder _encoder;
    private readonly long _start;
    private readonly Tensor _raw;
    private readonly (nint Source, nint Target, long RowBytes) _inputRows;
    private readonly (nint Source, nint Target, long RowBytes) _targetRows;
    private readonly nint _encoded;
    private readonly int _numbers;
    private readonly ScalarType _rawType;

    /// <summary>Makes room.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="encoder">Encodes where that is possible ahead of use.</param>
    /// <param name="start">Position in the epoch of the first sample.</param>
    /// <param name="sizes">Samples by batch.</param>
    public Chunk(DataSet data, ChunkEncoder encoder, long start, long[] sizes)
    {
        using var scope = torch.NewDisposeScope();
        _data = data;
        _encoder = encoder;
        _start = start;
        _rawType = data.Inputs.dtype;
        End = start + sizes.Sum();
        IsEncoded = encoder.Takes(_rawType);
        _raw = Room(data.Inputs, _rawType).DetachFromDisposeScope();
        var encoded = !IsEncoded || encoder.Keeps(_rawType) ? _raw : Room(data.Inputs, encoder.TypeOf(_rawType));
        var targets = Room(data.Targets, data.Targets.dtype);
        _inputRows = Rows(data.Inputs, _raw);
        _targetRows = Rows(data.Targets, targets);
        _encoded = HostMemory.AddressOf(encoded);
        _numbers = checked((int)encoded.NumberOfElements);
        Inputs = Cut(encoded, sizes);
        Targets = Cut(targets, sizes);
    }

    /// <summary>By batch, [count, …]; encoded for the model where <see cref="IsEncoded"/>.</summary>
    public Tensor[] Inputs { get; }

    /// <summary>By batch, [count] or [count, values].</summary>
    public Tensor[] Targets { get; }

    /// <summary>Whether the inputs go to the model as they are.</summary>
    public bool IsEncoded { get; }

    /// <summary>Position in the epoch after the last sample.</summary>
    public long End { get; }

    /// <summary>Gathers and encodes the samples.</summary>
    /// <param name="order">Sample by position; null for the data set's own order.</param>
    public void Fill(long[]? order)
    {
        RowGather.Copy(_inputRows.Source, _inputRows.Target, _inputRows.RowBytes, order, _start, End);
        RowGather.Copy(_targetRows.Source, _targetRows.Target, _targetRows.RowBytes, order, _start, End);
        if (IsEncoded)
        {
            _encoder.Encode(_inputRows.Target, _rawType, _encoded, _numbers);
        }
        GC.KeepAlive(_data);
    }

    public void Dispose()
    {
        Array.ForEach(Inputs, static input => input.Dispose());
        Array.ForEach(Targets, static target => target.Dispose());
        _raw.Dispose();
    }

    private Tensor Room(Tensor source, ScalarType type)
    {
        var shape = source.shape;
        shape[0] = End - _start;
        return torch.empty(shape, dtype: type);
    }

    private static (nint Source, nint Target, long RowBytes) Rows(Tensor source, Tensor target) =>
        (HostMemory.AddressOf(source), HostMemory.AddressOf(target), source.NumberOfElements / source.size(0) * source.ElementSize);

    private static Tensor[] Cut(Tensor samples, long[] sizes) =>
        Array.ConvertAll(samples.split(sizes), static batch => batch.DetachFromDisposeScope());
}
