using TrainSdk.Data.Loading;

namespace TrainSdk.Data;

/// <summary>The batches of one epoch; enumerate it with <c>foreach</c>.</summary>
public readonly struct BatchSequence
{
    private readonly Func<IBatchFeed> _open;

    internal BatchSequence(Func<IBatchFeed> open) => _open = open;

    /// <summary>Starts at the first batch.</summary>
    public Enumerator GetEnumerator() => new(_open());

    /// <summary>Walks over the batches; each is disposed when the next is asked for.</summary>
    public struct Enumerator : IDisposable
    {
        private readonly IBatchFeed _feed;

        internal Enumerator(IBatchFeed feed) => _feed = feed;

        /// <summary>The batch of this step.</summary>
        public Batch Current { get; private set; }

        /// <summary>Makes the next batch; false at the end of the epoch.</summary>
        /// <exception cref="TrainException">A sample could not be read.</exception>
        public bool MoveNext()
        {
            DropBatch();
            if (_feed.Next() is not { } batch)
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
