using System.Runtime.ExceptionServices;
using TorchSharp;
using TrainSdk.Data.Sources;
using static TorchSharp.torch;

namespace TrainSdk.Data.Loading;

/// <summary>
/// Room for the samples of several batches, filled at once and cut into batches beforehand. <see cref="Fill"/> may run on another
/// thread: it writes memory, and calls no torch.
/// </summary>
internal sealed class Chunk : IDisposable
{
    private readonly ChunkPlan _plan;
    private readonly long _start;
    private readonly ChunkPart[] _parts;
    private readonly ManualResetEventSlim _filled = new();
    private ExceptionDispatchInfo? _failure;

    /// <summary>Makes room.</summary>
    /// <param name="plan">What chunks are made of.</param>
    /// <param name="start">Place in the epoch of the first sample.</param>
    public Chunk(ChunkPlan plan, long start)
    {
        using var scope = torch.NewDisposeScope();
        _plan = plan;
        _start = start;
        Counts = Sizes(plan, start);
        End = start + Counts.Sum();
        _parts =
        [
            .. plan.Data.Sources.Select((source, at) => new ChunkPart(source, plan.Encoders[at], Counts, Longest(source), plan.Pins)),
            new ChunkPart(plan.Data.TargetSource, encoder: null, Counts, Longest(plan.Data.TargetSource), plan.Pins),
        ];
    }

    /// <summary>The model's inputs.</summary>
    public ReadOnlySpan<ChunkPart> Inputs => _parts.AsSpan(.._plan.Data.Sources.Count);

    /// <summary>The targets.</summary>
    public ChunkPart Targets => _parts[^1];

    /// <summary>Samples by batch; those that could not be read are not among them.</summary>
    public long[] Counts { get; }

    /// <summary>Place in the epoch after the last sample.</summary>
    public long End { get; }

    /// <summary>Reads or copies the samples, and encodes them. What goes wrong is thrown by <see cref="Wait"/>.</summary>
    /// <param name="filler">The calling thread's own.</param>
    public void Fill(ChunkFiller filler)
    {
        try
        {
            if (!_plan.IsCopy)
            {
                filler.Read(_parts, _start, Counts);
            }
            foreach (var part in _parts)
            {
                if (_plan.IsCopy)
                {
                    part.Gather(_plan.Order, _start, End);
                }
                part.Encode();
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _failure = ExceptionDispatchInfo.Capture(failure);
        }
        finally
        {
            _filled.Set();
        }
    }

    /// <summary>Waits until it is filled.</summary>
    /// <exception cref="TrainException">A sample could not be read.</exception>
    public void Wait()
    {
        _filled.Wait();
        _failure?.Throw();
    }

    public void Dispose()
    {
        Array.ForEach(_parts, static part => part.Dispose());
        _filled.Dispose();
    }

    private static long[] Sizes(ChunkPlan plan, long start)
    {
        var end = plan.Bounds.End(start, plan.BatchesPerChunk);
        var sizes = new List<long>(plan.BatchesPerChunk);
        for (var at = start; at < end; at += sizes[^1])
        {
            sizes.Add(plan.Bounds.End(at) - at);
        }
        return [.. sizes];
    }

    private long? Longest(ISampleSource source) =>
        SampleRoom.Longest(source, Positions.Between(_start, End).Select(_plan.At));
}
