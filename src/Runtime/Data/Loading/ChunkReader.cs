namespace TrainSdk.Data.Loading;

/// <summary>
/// Gathers an epoch's samples chunk by chunk. The next chunks are filled by other threads while the batches of the present one are used;
/// chunks come in their order however many threads there are.
/// </summary>
/// <remarks>
/// All torch calls, and almost all allocations, stay on the caller's thread. A garbage collection that another thread sets off may finalize
/// TorchSharp's Scalar objects while an operator still reads them, and a torch call of a second thread may outlive the process's end.
/// </remarks>
internal sealed class ChunkReader : IDisposable
{
    private readonly ChunkPlan _plan;
    private readonly Queue<Chunk> _ahead = [];
    private ChunkWorkers? _workers;
    private ChunkFiller? _own;
    private long _next;

    /// <summary>Prepares the epoch.</summary>
    /// <param name="plan">What chunks are made of.</param>
    /// <param name="start">Place in the epoch of the first sample.</param>
    public ChunkReader(ChunkPlan plan, long start)
    {
        _plan = plan;
        _next = start;
    }

    /// <summary>The next chunk, which the caller disposes; null after the last.</summary>
    /// <exception cref="TrainException">A sample could not be read.</exception>
    public Chunk? Read()
    {
        var isMore = true;
        while (isMore && _ahead.Count <= _plan.Ahead)
        {
            isMore = TryMakeRoom();
        }
        if (_ahead.Count == 0)
        {
            return null;
        }
        _ahead.Peek().Wait();
        return _ahead.Dequeue();
    }

    /// <summary>Waits for the samples that are being read, and drops what is ahead.</summary>
    public void Dispose()
    {
        _workers?.Dispose();
        while (_ahead.TryDequeue(out var chunk))
        {
            chunk.Dispose();
        }
    }

    // The only chunk of a small data set is not worth a thread.
    private bool TryMakeRoom()
    {
        if (_next == _plan.Data.Count)
        {
            return false;
        }
        var chunk = new Chunk(_plan, _next);
        var isOnly = _ahead.Count == 0 && _workers is null && chunk.End == _plan.Data.Count;
        _next = chunk.End;
        _ahead.Enqueue(chunk);
        if (_plan.Workers == 0 || isOnly)
        {
            chunk.Fill(_own ??= new ChunkFiller(_plan));
        }
        else
        {
            _workers ??= new ChunkWorkers(_plan);
            _workers.Fill(chunk);
        }
        return true;
    }
}
