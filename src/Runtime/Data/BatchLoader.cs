using TorchSharp;
using TrainSdk.Data.Loading;
using TrainSdk.Data.Streams;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>
/// Batches of a data set. Samples in memory are gathered about sixteen batches at a time, samples in files batch by batch, ahead of their
/// use on other threads; each batch is a view of what was gathered. The last batch of an epoch is smaller where the count does not divide,
/// except that a single sample left over joins the batch before. The batches are the same however many threads read them.
/// </summary>
public sealed class BatchLoader : IDisposable
{
    private readonly IBatchSource _source;
    private readonly SampleForm _form;
    private readonly List<IAugmentation> _augmentations = [];
    private readonly WaitingTime _waiting = new();

    private BatchLoader(IBatchSource source, DataSet data, int batchSize)
    {
        _source = source;
        _form = data.Sources[0].Form;
        BatchSize = batchSize;
    }

    /// <summary>Samples per batch; the last may hold fewer, or one more.</summary>
    public int BatchSize { get; }

    /// <summary>Batches in one epoch, the short one included.</summary>
    public long BatchesPerEpoch => _source.BatchesPerEpoch;

    /// <summary>How training images are changed, in their order.</summary>
    internal IReadOnlyList<IAugmentation> Augmentations => _augmentations;

    /// <summary>Batches for training: a new order each epoch that depends on (seed, epoch) alone.</summary>
    /// <exception cref="TrainException">The batch is larger than the data set.</exception>
    public static BatchLoader Shuffled(DataSet data, InputEncoding encoding, int batchSize, long seed, Placement placement) =>
        Sampled(data, encoding, batchSize, Sampler.Shuffled, seed, placement);

    /// <summary>Batches for training, in the order of a sampler, or of a stream.</summary>
    /// <param name="data">The training split.</param>
    /// <param name="encoding">How inputs become numbers for the model.</param>
    /// <param name="batchSize">Samples per batch.</param>
    /// <param name="sampler">The order of an epoch; a stream has its own.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="placement">Where the model computes.</param>
    /// <param name="accumulate">Batches per optimizer step, by which a stream's epoch is as many steps as it was given.</param>
    /// <exception cref="TrainException">The batch is larger than the data set, or a stream has no StepsPerEpoch.</exception>
    public static BatchLoader Sampled(
        DataSet data, InputEncoding encoding, int batchSize, ISampler sampler, long seed, Placement placement, int accumulate = 1)
    {
        var batches = EpochLength.Batches(data, batchSize, accumulate);
        if (data.Stream is not null)
        {
            return new BatchLoader(new StreamBatches(data, encoding, batchSize, batches, seed, placement), data, batchSize);
        }
        return batchSize <= data.Count
            ? new BatchLoader(new SampleBatches(data, encoding, batchSize, sampler, seed, placement), data, batchSize)
            : throw new TrainException(
                $"batch size {batchSize} is larger than the training split of {data.Count} samples; use --batch-size {data.Count} or less");
    }

    /// <summary>Batches for evaluation, in the data set's order.</summary>
    public static BatchLoader InOrder(DataSet data, InputEncoding encoding, int batchSize, Placement placement) => new(
        data.Stream is null
            ? new SampleBatches(data, encoding, batchSize, sampler: null, seed: 0, placement)
            : new StreamBatches(data, encoding, batchSize, batchesPerEpoch: null, seed: 0, placement),
        data,
        batchSize);

    /// <summary>Changes the images of the first input at random from now on, after the augmentations that were added before.</summary>
    /// <param name="augmentations">In the order in which they are applied.</param>
    /// <exception cref="TrainException">The inputs are no images that they can change.</exception>
    public void Augment(params IReadOnlyList<IAugmentation> augmentations)
    {
        foreach (var augmentation in augmentations)
        {
            augmentation.Check(_form);
            _augmentations.Add(augmentation);
        }
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
    public void Dispose() => _source.Dispose();

    private static long Done(int epoch, long step, long stepsPerEpoch)
    {
        var done = step - (epoch * stepsPerEpoch);
        return done >= 0 && done <= stepsPerEpoch
            ? done
            : throw new ArgumentOutOfRangeException(
                nameof(step), step, $"epoch {epoch} has the steps {epoch * stepsPerEpoch} to {((epoch + 1) * stepsPerEpoch) - 1}");
    }

    /// <summary>Gives how long its batches were waited for since it was asked last.</summary>
    internal TimeSpan TakeWaited() => _waiting.Take();

    /// <summary>The positions of the samples of each batch of a step.</summary>
    internal IReadOnlyList<long[]> Positions(int epoch, long firstBatch, int batches) => _source.Positions(epoch, firstBatch, batches);

    /// <summary>The batches of one epoch from one of them on.</summary>
    internal BatchSequence From(int epoch, long firstBatch) => new(() => _source.Open(epoch, firstBatch, _augmentations), _waiting);
}
