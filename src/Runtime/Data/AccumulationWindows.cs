using TrainSdk.Data.Loading;

namespace TrainSdk.Data;

/// <summary>The batches of one epoch in windows of several, each for one optimizer step; enumerate it with <c>foreach</c>.</summary>
public readonly struct AccumulationWindows
{
    private readonly Func<long, BatchSequence> _from;
    private readonly MicroBatches? _micro;
    private readonly long _count;
    private readonly int _size;

    internal AccumulationWindows(Func<long, BatchSequence> from, long count, int size, MicroBatches? micro)
    {
        _from = from;
        _micro = micro;
        _count = count;
        _size = size;
    }

    /// <summary>Starts at the first window.</summary>
    public Enumerator GetEnumerator() => new(new WindowBatches(_from, _micro), _count, _size);

    /// <summary>Walks over the windows; each is valid until the next is asked for. The last may hold fewer batches.</summary>
    public struct Enumerator : IDisposable
    {
        private readonly long _count;
        private readonly int _size;
        private long _next;

        internal Enumerator(WindowBatches batches, long count, int size)
        {
            Current = new AccumulationWindow(batches);
            _count = count;
            _size = size;
        }

        /// <summary>The window of this step.</summary>
        public AccumulationWindow Current { get; }

        /// <summary>Opens the next window; false at the end of the epoch.</summary>
        public bool MoveNext()
        {
            var size = Math.Min(_size, _count - _next);
            _next += size;
            Current.Open(size);
            return size > 0;
        }

        /// <inheritdoc/>
        public readonly void Dispose() => Current.Dispose();
    }
}
