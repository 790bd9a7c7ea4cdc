using System.Collections.Concurrent;

namespace TrainSdk.Data.Loading;

/// <summary>
/// Threads that fill chunks for one epoch. Threads of their own, and not the pool's: a busy pool would hold up the training step.
/// </summary>
internal sealed class ChunkWorkers : IDisposable
{
    private readonly BlockingCollection<Chunk> _chunks = [];
    private readonly ChunkFiller[] _fillers;
    private readonly Thread[] _threads;

    /// <summary>Starts them.</summary>
    public ChunkWorkers(ChunkPlan plan)
    {
        _fillers = [.. Enumerable.Range(0, plan.Workers).Select(_ => new ChunkFiller(plan))];
        _threads = Array.ConvertAll(_fillers, filler => new Thread(() => Work(filler)) { IsBackground = true, Name = "TrainSdk data" });
        Array.ForEach(_threads, static thread => thread.Start());
    }

    /// <summary>Has a chunk filled, after those given before.</summary>
    public void Fill(Chunk chunk) => _chunks.Add(chunk);

    /// <summary>Gives up what is not read yet, and waits for the threads.</summary>
    public void Dispose()
    {
        Array.ForEach(_fillers, static filler => filler.Stop());
        _chunks.CompleteAdding();
        Array.ForEach(_threads, static thread => thread.Join());
        _chunks.Dispose();
    }

    private void Work(ChunkFiller filler)
    {
        foreach (var chunk in _chunks.GetConsumingEnumerable())
        {
            chunk.Fill(filler);
        }
    }
}
