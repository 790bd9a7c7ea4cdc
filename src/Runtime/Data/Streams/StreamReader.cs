using System.Collections.Concurrent;

namespace TrainSdk.Data.Streams;

/// <summary>Reads a stream on a thread of its own, a bounded number of samples ahead.</summary>
/// <typeparam name="T">A sample as the stream gives it.</typeparam>
internal sealed class StreamReader<T> : IStreamReader
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly Func<IReadOnlyList<T>, SampleBatch> _collate;
    private readonly CancellationTokenSource _stop = new();
    private readonly BlockingCollection<T> _ahead;
    private readonly Thread _thread;
    private long _read;
    private Exception? _failure;

    /// <summary>Begins to read.</summary>
    /// <param name="items">The samples.</param>
    /// <param name="collate">Makes tensors of some samples.</param>
    /// <param name="ahead">Samples that are read ahead of use.</param>
    public StreamReader(Func<CancellationToken, IEnumerable<T>> items, Func<IReadOnlyList<T>, SampleBatch> collate, int ahead)
    {
        _collate = collate;
        _ahead = new BlockingCollection<T>(ahead);
        _thread = new Thread(() => Fetch(items)) { IsBackground = true, Name = "TrainSdk stream" };
        _thread.Start();
    }

    /// <inheritdoc/>
    public SampleBatch? Read(int count)
    {
        var items = new List<T>(count);
        while (items.Count < count && TryTake(out var item))
        {
            items.Add(item);
        }
        return items.Count == 0 ? null : _collate(items);
    }

    /// <inheritdoc/>
    public void Skip(long count)
    {
        for (var done = 0L; done < count; done++)
        {
            if (!TryTake(out _))
            {
                throw new TrainException($"the stream ended after {done} of {count} samples that the run had read before");
            }
        }
    }

    /// <summary>Ends the stream. One that does not answer is left to the end of the process.</summary>
    public void Dispose()
    {
        _stop.Cancel();
        if (_thread.Join(Patience))
        {
            _ahead.Dispose();
            _stop.Dispose();
        }
    }

    private bool TryTake(out T item)
    {
        if (_ahead.TryTake(out item!, Timeout.Infinite))
        {
            _read++;
            return true;
        }
        return _failure switch
        {
            null => false,
            TrainException own => throw own,
            var other => throw new TrainException(
                $"the stream failed after {_read} samples: {other.Message.ReplaceLineEndings(" ")}", other),
        };
    }

    private void Fetch(Func<CancellationToken, IEnumerable<T>> items)
    {
        try
        {
            foreach (var item in items(_stop.Token))
            {
                _ahead.Add(item, _stop.Token);
            }
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            _failure = _stop.IsCancellationRequested ? null : failure;
        }
        finally
        {
            _ahead.CompleteAdding();
        }
    }
}
