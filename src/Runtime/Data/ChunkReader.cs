using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Gathers an epoch's samples chunk by chunk. The next chunk is made on a second thread while the batches of the present one are used.
/// </summary>
internal sealed class ChunkReader : IDisposable
{
    private const int MostBatches = 16;
    private const long MostBytes = 8 << 20;

    private readonly DataSet _data;
    private readonly ChunkEncoder _encoder;
    private readonly long[]? _order;
    private readonly BatchBounds _bounds;
    private readonly int _batches;
    private Task<Chunk>? _next;

    /// <summary>Prepares the epoch.</summary>
    /// <param name="data">The samples.</param>
    /// <param name="encoder">Encodes where that is possible ahead of use.</param>
    /// <param name="batchSize">Samples per batch.</param>
    /// <param name="order">Sample by position; null for the data set's own order.</param>
    public ChunkReader(DataSet data, ChunkEncoder encoder, int batchSize, long[]? order)
    {
        _data = data;
        _encoder = encoder;
        _bounds = new BatchBounds(data.Count, batchSize);
        _order = order;
        var batchBytes = Math.Max(1, data.Inputs.NumberOfElements / data.Count * data.Inputs.ElementSize * batchSize);
        _batches = (int)Math.Clamp(MostBytes / batchBytes, 1, MostBatches);
    }

    /// <summary>The chunk that starts at a position, which is where the last one ended; the caller disposes it.</summary>
    public Chunk Read(long start)
    {
        var chunk = _next?.GetAwaiter().GetResult() ?? Gather(start);
        _next = chunk.End < _data.Count ? Task.Run(() => Gather(chunk.End)) : null;
        return chunk;
    }

    /// <summary>Waits for a chunk that is being made, and drops it.</summary>
    public void Dispose()
    {
        if (_next is { } next)
        {
            next.ContinueWith(static made => made.Exception is null ? made.Result : null, TaskScheduler.Default).Result?.Dispose();
        }
    }

    private Chunk Gather(long start)
    {
        var end = _bounds.End(start, _batches);
        using var inputs = RowGather.Gather(_data.Inputs, _order, start, end);
        using var targets = RowGather.Gather(_data.Targets, _order, start, end);
        var sizes = Sizes(start, end);
        if (!_encoder.Takes(inputs.dtype))
        {
            return new Chunk(inputs.split(sizes), targets.split(sizes), IsEncoded: false, end);
        }
        using var encoded = _encoder.Encode(inputs);
        return new Chunk(encoded.split(sizes), targets.split(sizes), IsEncoded: true, end);
    }

    private long[] Sizes(long start, long end)
    {
        var sizes = new List<long>(_batches);
        for (var at = start; at < end; at += sizes[^1])
        {
            sizes.Add(_bounds.End(at) - at);
        }
        return [.. sizes];
    }
}
