using System.Diagnostics;
using TrainSdk.Data.Loading;

namespace TrainSdk.Data;

/// <summary>The batches of one epoch; enumerate it with <c>foreach</c>.</summary>
public readonly struct BatchSequence
{
    private readonly Func<IBatchFeed> _open;

    private readonly WaitingTime _waiting;

    internal BatchSequence(Func<IBatchFeed> open, WaitingTime waiting)
    {
        _open = open;
        _waiting = waiting;
    }

    /// <summary>Starts at the first batch.</summary>
    public Enumerator GetEnumerator()
    {
        var since = Stopwatch.GetTimestamp();
        var feed = _open();
        _waiting.Add(since);
        return new(feed, _waiting);
    }

    /// <summary>Walks over the batches; each is disposed when the next is asked for.</summary>
    public struct Enumerator : IDisposable
    {
        private readonly IBatchFeed _feed;

        private readonly WaitingTime _waiting;

        internal Enumerator(IBatchFeed feed, WaitingTime waiting)
        {
            _feed = feed;
            _waiting = waiting;
        }

        /// <summary>The batch of this step.</summary>
        public Batch Current { get; private set; }

        /// <summary>Makes the next batch; false at the end of the epoch.</summary>
        /// <exception cref="TrainException">A sample could not be read.</exception>
        public bool MoveNext()
        {
            var since = Stopwatch.GetTimestamp();
            DropBatch();
            var next = _feed.Next();
            _waiting.Add(since);
            if (next is not { } batch)
            {
                return false;
            }
            Current = batch;
            return true;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            DropBatch();
            _feed.Dispose();
        }

        private void DropBatch()
        {
            Current.Dispose();
            Current = default;
        }
    }
}
