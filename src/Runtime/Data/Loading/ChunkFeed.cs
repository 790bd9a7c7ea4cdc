using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data.Loading;

/// <summary>The batches of a data set's epoch, as views of chunks that other threads fill.</summary>
/// <param name="plan">What chunks are made of.</param>
/// <param name="encoders">One per input, for what is not encoded ahead of use.</param>
/// <param name="placement">Where the model computes.</param>
/// <param name="start">Place in the epoch of the first sample.</param>
internal sealed class ChunkFeed(ChunkPlan plan, InputEncoder[] encoders, Placement placement, long start) : IBatchFeed
{
    private readonly ChunkReader _chunks = new(plan, start);
    private readonly Tensor[] _inputs = new Tensor[encoders.Length];
    private Chunk? _chunk;
    private int _next;

    /// <inheritdoc/>
    public Batch? Next()
    {
        if (_chunk is null || _next == _chunk.Counts.Length)
        {
            _chunk?.Dispose();
            _chunk = null;
            _chunk = _chunks.Read();
            _next = 0;
            if (_chunk is null)
            {
                return null;
            }
        }
        var count = _chunk.Counts[_next];
        for (var at = 0; at < _inputs.Length; at++)
        {
            _inputs[at] = Input(_chunk.Inputs[at], at, count);
        }
        var target = TargetPlacement.Put(_chunk.Targets.Take(_next, count), placement);
        _next++;
        return _inputs.Length == 1 ? new Batch(_inputs[0], target, count) : new Batch(_inputs, target, count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _chunk?.Dispose();
        _chunks.Dispose();
    }

    private Tensor Input(ChunkPart part, int at, long count)
    {
        var input = part.Take(_next, count);
        if (part.IsEncoded)
        {
            return input;
        }
        using var _ = input;
        return encoders[at].Encode(input);
    }
}
