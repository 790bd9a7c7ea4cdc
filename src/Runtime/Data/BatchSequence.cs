using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>The batches of one epoch; enumerate it with <c>foreach</c>.</summary>
public readonly struct BatchSequence
{
    private const int BatchesPerChunk = 16;

    private readonly DataSet _data;
    private readonly InputEncoder _encoder;
    private readonly Placement _placement;
    private readonly BatchBounds _bounds;
    private readonly long[]? _order;

    internal BatchSequence(DataSet data, InputEncoder encoder, Placement placement, int batchSize, long[]? order)
    {
        _data = data;
        _encoder = encoder;
        _placement = placement;
        _bounds = new BatchBounds(data.Count, batchSize);
        _order = order;
    }

    /// <summary>Starts at the first batch.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks over the batches; each is disposed when the next is asked for.</summary>
    public struct Enumerator : IDisposable
    {
        private readonly BatchSequence _batches;
        private Tensor? _inputs;
        private Tensor? _targets;
        private long _chunkStart;
        private long _chunkEnd;
        private long _next;

        internal Enumerator(BatchSequence batches) => _batches = batches;

        /// <summary>The batch of this step.</summary>
        public Batch Current { get; private set; }

        /// <summary>Makes the next batch; false at the end of the epoch.</summary>
        public bool MoveNext()
        {
            DropBatch();
            if (_next >= _batches._data.Count)
            {
                return false;
            }
            if (_next == _chunkEnd)
            {
                LoadChunk();
            }
            var count = _batches._bounds.End(_next) - _next;
            using var input = _inputs!.narrow(0, _next - _chunkStart, count);
            using var target = _targets!.narrow(0, _next - _chunkStart, count);
            var dtype = target.is_floating_point() ? _batches._placement.Dtype : target.dtype;
            Current = new Batch(_batches._encoder.Encode(input), target.to(dtype, _batches._placement.Device, copy: true), count);
            _next += count;
            return true;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            DropBatch();
            DropChunk();
        }

        private void LoadChunk()
        {
            DropChunk();
            _chunkStart = _next;
            _chunkEnd = _batches._bounds.End(_next, BatchesPerChunk);
            if (_batches._order is not { } order)
            {
                _inputs = _batches._data.Inputs.narrow(0, _chunkStart, _chunkEnd - _chunkStart);
                _targets = _batches._data.Targets.narrow(0, _chunkStart, _chunkEnd - _chunkStart);
                return;
            }
            using var positions = torch.tensor(order[(int)_chunkStart..(int)_chunkEnd]);
            _inputs = _batches._data.Inputs.index_select(0, positions);
            _targets = _batches._data.Targets.index_select(0, positions);
        }

        private void DropBatch()
        {
            Current.Input?.Dispose();
            Current.Target?.Dispose();
            Current = default;
        }

        private void DropChunk()
        {
            _inputs?.Dispose();
            _targets?.Dispose();
        }
    }
}
