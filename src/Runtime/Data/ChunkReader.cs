namespace TrainSdk.Data;

/// <summary>
/// Gathers an epoch's samples chunk by chunk. The next chunk is filled on a second thread while the batches of the present one are used.
/// </summary>
/// <remarks>
/// All torch calls and allocations stay on the caller's thread. A garbage collection that another thread sets off may finalize TorchSharp's
/// Scalar objects while an operator still reads them, and a torch call of a second thread may outlive the process's end.
/// </remarks>
internal sealed class ChunkReader : IDisposable
{
    private const int MostBatches = 16;
    private const long MostBytes = 8 << 20;

    private readonly DataSet _data;
    private readonly ChunkEncoder[] _encoders;
    private readonly long[]? _order;
    private readonly BatchBounds _bounds;
    private readonly int _batches;
    private Chunk? _next;
    private Task? _filling;

    /// <summary>Prepares the epoch.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="encoders">One per input of the model; each encodes where that is possible ahead of use.</param>
    /// <param name="batchSize">Samples per batch.</param>
    /// <param name="order">Sample by position; null for the data set's own order.</param>
    public ChunkReader(DataSet data, ChunkEncoder[] encoders, int batchSize, long[]? order)
    {
        _data = data;
        _encoders = encoders;
        _bounds = new BatchBounds(data.Count, batchSize);
        _order = order;
        var sampleBytes = data.AllInputs.Sum(input => input.NumberOfElements / data.Count * input.ElementSize);
        var batchBytes = Math.Max(1, sampleBytes * batchSize);
        _batches = (int)Math.Clamp(MostBytes / batchBytes, 1, MostBatches);
    }

    /// <summary>The chunk that starts at a position, which is where the last one ended; the caller disposes it.</summary>
    public Chunk Read(long start)
    {
        var chunk = _next ?? Fill(Room(start));
        _filling?.GetAwaiter().GetResult();
        _next = chunk.End < _data.Count ? Room(chunk.End) : null;
        _filling = _next is { } next ? Task.Run(() => next.Fill(_order)) : null;
        return chunk;
    }

    /// <summary>Waits for a chunk that is being filled, and drops it.</summary>
    public void Dispose()
    {
        _filling?.GetAwaiter().GetResult();
        _next?.Dispose();
    }

    private Chunk Fill(Chunk chunk)
    {
        chunk.Fill(_order);
        return chunk;
    }

    private Chunk Room(long start)
    {
        var end = _bounds.End(start, _batches);
        var sizes = new List<long>(_batches);
        for (var at = start; at < end; at += sizes[^1])
        {
            sizes.Add(_bounds.End(at) - at);
        }
        return new Chunk(_data, _encoders, start, [.. sizes]);
    }
}
