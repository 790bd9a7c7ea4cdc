using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Batches of a data set. Samples in memory are gathered about sixteen batches at a time, samples in files batch by batch, ahead of their
/// use on other threads; each batch is a view of what was gathered. The last batch of an epoch is smaller where the count does not divide,
/// except that a single sample left over joins the batch before. The batches are the same however many threads read them.
/// </summary>
public sealed class BatchLoader : IDisposable
{
    private readonly DataSet _data;
    private readonly InputEncoder[] _encoders;
    private readonly ChunkEncoder[] _chunkEncoders;
    private readonly Placement _placement;
    private readonly IReadOnlyList<double> _mean;
    private readonly ISampler? _sampler;
    private readonly long _seed;
    private readonly List<IAugmentation> _augmentations = [];

    private BatchLoader(DataSet data, InputEncoding encoding, int batchSize, ISampler? sampler, long seed, Placement placement)
    {
        _data = data;
        var encodings = EncodingsOf(data, encoding);
        _encoders = [.. encodings.Select(each => new InputEncoder(each, placement))];
        _chunkEncoders = [.. encodings.Select(each => new ChunkEncoder(each, placement))];
        _placement = placement;
        _mean = encoding.Mean;
        _sampler = sampler;
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
        Sampled(data, encoding, batchSize, Sampler.Shuffled, seed, placement);

    /// <summary>Batches for training, in the order of a sampler.</summary>
    /// <exception cref="TrainException">The batch is larger than the data set.</exception>
    public static BatchLoader Sampled(
        DataSet data, InputEncoding encoding, int batchSize, ISampler sampler, long seed, Placement placement) =>
        batchSize <= data.Count
            ? new BatchLoader(data, encoding, batchSize, sampler, seed, placement)
            : throw new TrainException(
                $"batch size {batchSize} is larger than the training split of {data.Count} samples; use --batch-size {data.Count} or less");

    /// <summary>Batches for evaluation, in the data set's order.</summary>
    public static BatchLoader InOrder(DataSet data, InputEncoding encoding, int batchSize, Placement placement) =>
        new(data, encoding, batchSize, sampler: null, seed: 0, placement);

    /// <summary>Changes the images of the first input at random from now on, after the augmentations that were added before.</summary>
    /// <exception cref="TrainException">The inputs are no images that it can change.</exception>
    public void Augment(IAugmentation augmentation)
    {
        augmentation.Check(_data.Sources[0].Form);
        _augmentations.Add(augmentation);
    }

    /// <summary>The batches of one epoch, from 0.</summary>
    public BatchSequence Epoch(int epoch) => From(epoch, firstBatch: 0);

    /// <summary>The batches of one epoch that are still to do, one to an optimizer step.</summary>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="step">Optimizer steps done since the start of the run; within the epoch where a run is resumed there.</param>
    public BatchSequence Epoch(int epoch, long step) => From(epoch, Done(epoch, step, BatchesPerEpoch));

    /// <summary>The batches of one epoch that are still to do, several to an optimizer step.</summary>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="step">Optimizer steps done since the start of the run; within the epoch where a run is resumed there.</param>
    /// <param name="batches">Batches per window, at least 1; the last window of an epoch may hold fewer.</param>
    /// <param name="micro">Cuts batches into pieces that fit in memory; null takes them whole.</param>
    public AccumulationWindows Windows(int epoch, long step, int batches, MicroBatches? micro = null)
    {
        var steps = BatchBounds.Steps(BatchesPerEpoch, batches);
        var first = Math.Min(Done(epoch, step, steps) * batches, BatchesPerEpoch);
        return new AccumulationWindows(batch => From(epoch, first + batch), BatchesPerEpoch - first, batches, micro);
    }

    /// <summary>The batches in the data set's order.</summary>
    public BatchSequence.Enumerator GetEnumerator() => Epoch(0).GetEnumerator();

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_encoders, static encoder => encoder.Dispose());

    private static long Done(int epoch, long step, long stepsPerEpoch)
    {
        var done = step - (epoch * stepsPerEpoch);
        return done >= 0 && done <= stepsPerEpoch
            ? done
            : throw new ArgumentOutOfRangeException(
                nameof(step), step, $"epoch {epoch} has the steps {epoch * stepsPerEpoch} to {((epoch + 1) * stepsPerEpoch) - 1}");
    }

    /// <summary>The positions of an epoch's samples in their order; null for the data set's own.</summary>
    internal long[]? Order(int epoch) => _sampler?.Order(_data, BatchSize, _seed, epoch);

    /// <summary>The batches of one epoch from one of them on.</summary>
    internal BatchSequence From(int epoch, long firstBatch)
    {
        var start = firstBatch == BatchesPerEpoch ? _data.Count : firstBatch * BatchSize;
        return new BatchSequence(() => new ChunkFeed(Plan(epoch), _encoders, _placement, start));
    }

    private ChunkPlan Plan(int epoch) => new(
        _data,
        _chunkEncoders,
        PinnedMemory.Helps(_placement),
        BatchSize,
        Order(epoch),
        _augmentations.Count == 0 ? null : new SampleAugmenter(_augmentations, _mean, _seed, epoch));

    private static InputEncoding[] EncodingsOf(DataSet data, InputEncoding encoding)
    {
        InputEncoding[] encodings = [encoding, .. encoding.Further];
        return encodings.Length == data.Sources.Count
            ? encodings
            : throw new TrainException(
                $"the encoding is one of {encodings.Length} inputs and the data have {data.Sources.Count}; "
                + "give InputEncoding.Further one entry for each input after the first");
    }
}
