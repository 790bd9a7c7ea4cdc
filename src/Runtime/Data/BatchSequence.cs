using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>The batches of one epoch; enumerate it with <c>foreach</c>.</summary>
public readonly struct BatchSequence
{
    private readonly DataSet _data;
    private readonly InputEncoder[] _encoders;
    private readonly ChunkEncoder[] _chunkEncoders;
    private readonly Placement _placement;
    private readonly int _batchSize;
    private readonly long[]? _order;

    internal BatchSequence(
        DataSet data, InputEncoder[] encoders, ChunkEncoder[] chunkEncoders, Placement placement, int batchSize, long[]? order)
    {
        _data = data;
        _encoders = encoders;
        _chunkEncoders = chunkEncoders;
        _placement = placement;
        _batchSize = batchSize;
        _order = order;
    }

    /// <summary>The first sample, by its place in the epoch's order; a batch begins there.</summary>
    internal long Start { get; init; }

    /// <summary>Starts at the first batch.</summary>
    public Enumerator GetEnumerator() => new(this);

    /// <summary>Walks over the batches; each is disposed when the next is asked for.</summary>
    public struct Enumerator : IDisposable
    {
        private readonly BatchSequence _batches;
        private readonly ChunkReader _chunks;
        private Chunk? _chunk;
        private int _next;

        internal Enumerator(BatchSequence batches)
        {
            _batches = batches;
            _chunks = new ChunkReader(batches._data, batches._chunkEncoders, batches._batchSize, batches._order);
        }

        /// <summary>The batch of this step.</summary>
        public Batch Current { get; private set; }

        /// <summary>Makes the next batch; false at the end of the epoch.</summary>
        public bool MoveNext()
        {
            DropBatch();
            if (_chunk is null || _next == _chunk.BatchCount)
            {
                var start = _chunk?.End ?? _batches.Start;
                if (start == _batches._data.Count)
                {
                    return false;
                }
                _chunk?.Dispose();
                _chunk = _chunks.Read(start);
                _next = 0;
            }
            var target = _chunk.Targets[_next];
            var count = target.size(0);
            Current = _chunk.Inputs.Length == 1
                ? new Batch(Input(_chunk, 0), Placed(target), count)
                : new Batch(Inputs(_chunk), Placed(target), count);
            _next++;
            return true;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            DropBatch();
            _chunk?.Dispose();
            _chunks.Dispose();
        }

        private Tensor[] Inputs(Chunk chunk)
        {
            var inputs = new Tensor[chunk.Inputs.Length];
            for (var at = 0; at < inputs.Length; at++)
            {
                inputs[at] = Input(chunk, at);
            }
            return inputs;
        }

        private Tensor Input(Chunk chunk, int at)
        {
            var input = chunk.Inputs[at].Batches[_next];
            if (chunk.Inputs[at].IsEncoded)
            {
                return input;
            }
            using var _ = input;
            return _batches._encoders[at].Encode(input);
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
            Current.Dispose();
            Current = default;
        }
    }
}
