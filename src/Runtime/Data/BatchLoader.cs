using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Batches of a data set in memory. Samples are gathered about sixteen batches at a time, the next chunk on a second thread while the
/// present one is used, and each batch is a view of such a chunk. Every sample comes once per epoch; the last batch is smaller where the
/// count does not divide, except that a single sample left over joins the batch before.
/// </summary>
public sealed class BatchLoader : IDisposable
{
    private readonly DataSet _data;
    private readonly InputEncoder[] _encoders;
    private readonly ChunkEncoder[] _chunkEncoders;
    private readonly Placement _placement;
    private readonly long? _seed;

    private BatchLoader(DataSet data, InputEncoding encoding, int batchSize, long? seed, Placement placement)
    {
        _data = data;
        var encodings = EncodingsOf(data, encoding);
        _encoders = [.. encodings.Select(each => new InputEncoder(each, placement))];
        _chunkEncoders = [.. encodings.Select(each => new ChunkEncoder(each, placement))];
        _placement = placement;
        _seed = seed;
        BatchSize = batchSize;
    }

    /// <summary>Samples per batch; the last may hold fewer, or one more.</summary>
    public int BatchSize { get; }

    /// <summary>Batches in one epoch, the short one included.</summary>
    public long BatchesPerEpoch => BatchBounds.Count(_data.Count, BatchSize);

    /// <summary>Batches for training: a new order each epoch that depends on (seed, epoch) alone.</summary>
    /// <exception cref="TrainException">The batch is larger than the data set.</exception>
    public static BatchLoader Shuffled(DataSet data, InputEncoding encoding, int batchSize, long seed, Placement placement) =>
        batchSize <= data.Count
            ? new BatchLoader(data, encoding, batchSize, seed, placement)
            : throw new TrainException(
                $"batch size {batchSize} is larger than the training split of {data.Count} samples; use --batch-size {data.Count} or less");

    /// <summary>Batches for evaluation, in the data set's order.</summary>
    public static BatchLoader InOrder(DataSet data, InputEncoding encoding, int batchSize, Placement placement) =>
        new(data, encoding, batchSize, seed: null, placement);

    /// <summary>The batches of one epoch, from 0.</summary>
    public BatchSequence Epoch(int epoch) => new(
        _data, _encoders, _chunkEncoders, _placement, BatchSize, _seed is { } seed ? Permutation.Of(_data.Count, seed, epoch) : null);

    /// <summary>The batches of one epoch, several to an optimizer step.</summary>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="batches">Batches per window, at least 1; the last window of an epoch may hold fewer.</param>
    public AccumulationWindows Windows(int epoch, int batches) => new(Epoch(epoch), BatchesPerEpoch, batches);

    /// <summary>The batches in the data set's order.</summary>
    public BatchSequence.Enumerator GetEnumerator() => Epoch(0).GetEnumerator();

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_encoders, static encoder => encoder.Dispose());

    private static InputEncoding[] EncodingsOf(DataSet data, InputEncoding encoding)
    {
        InputEncoding[] encodings = [encoding, .. encoding.Further];
        return encodings.Length == data.AllInputs.Count
            ? encodings
            : throw new TrainException(
                $"the encoding is one of {encodings.Length} inputs and the data have {data.AllInputs.Count}; "
                + "give InputEncoding.Further one entry for each input after the first");
    }
}
