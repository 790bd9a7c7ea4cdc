using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>The batches of one epoch; enumerate it with <c>foreach</c>.</summary>
public readonly struct BatchSequence
{
    private readonly DataSet _data;
    private readonly InputEncoder _encoder;
    private readonly ChunkEncoder _chunkEncoder;
    private readonly Placement _placement;
    private readonly int _batchSize;
    private readonly long[]? _order;

    internal BatchSequence(
        DataSet data, InputEncoder encoder, ChunkEncoder chunkEncoder, Placement placement, int batchSize, long[]? order)
    {
        _data = data;
        _encoder = encoder;
        _chunkEncoder = chunkEncoder;
        _placement = placement;
        _batchSize = batchSize;
        _order = order;
    }

    /// <summary>Starts at the first batch.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks over the batches; each is disposed when the next is asked for.</summary>
    public struct Enumerator : IDisposable
    {
        private readonly BatchSequence _batches;
        private readonly BatchBounds _bounds;
        private readonly ChunkReader _chunks;
        private Chunk? _chunk;
        private long _next;

        internal Enumerator(BatchSequence batches)
        {
            _batches = batches;
            _bounds = new BatchBounds(batches._data.Count, batches._batchSize);
            _chunks = new ChunkReader(batches._data, batches._chunkEncoder, _bounds, batches._batchSize, batches._order);
        }

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
            if (_chunk is null || _next == _chunk.End)
            {
                _chunk?.Dispose();
                _chunk = _chunks.Read(_next);
            }
            var count = _bounds.End(_next) - _next;
            var input = _chunk.Inputs.narrow(0, _next - _chunk.Start, count);
            var target = _chunk.Targets.narrow(0, _next - _chunk.Start, count);
            Current = new Batch(_chunk.IsEncoded ? input : Encoded(input), Placed(target), count);
            _next += count;
            return true;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            DropBatch();
            _chunk?.Dispose();
            _chunks.Dispose();
        }

        private Tensor Encoded(Tensor input)
        {
            using var _ = input;
            return _batches._encoder.Encode(input);
        }

        private Tensor Placed(Tensor target)
        {
            var (device, dtype) = _batches._placement;
            if (!target.is_floating_point())
            {
                dtype = target.dtype;
            }
            if (target.dtype == dtype && device.type == DeviceType.CPU)
            {
                return target;
            }
            using var _ = target;
            return target.to(dtype, device);
        }

        private void DropBatch()
        {
            Current.Input?.Dispose();
            Current.Target?.Dispose();
            Current = default;
        }
    }
}
