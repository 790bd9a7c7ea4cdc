using TorchSharp;
using TrainSdk.Data.Loading;
using TrainSdk.Data.Sources;

namespace TrainSdk.Data.Streams;

/// <summary>
/// Batches of a stream. In training each epoch goes on where the last one stopped, and a batch that lies behind is reached by opening the
/// stream anew; in evaluation the stream is read once to its end.
/// </summary>
/// <param name="data">The stream's data set.</param>
/// <param name="encoding">How inputs become numbers for the model.</param>
/// <param name="batchSize">Samples per batch.</param>
/// <param name="batchesPerEpoch">Batches in one epoch of training; null for evaluation.</param>
/// <param name="seed">The run's seed.</param>
/// <param name="placement">Where the model computes.</param>
internal sealed class StreamBatches(
    DataSet data, InputEncoding encoding, int batchSize, long? batchesPerEpoch, long seed, Placement placement) : IBatchSource
{
    private readonly InputEncoder[] _encoders = [.. encoding.ByInput(data).Select(each => new InputEncoder(each, placement))];
    private IStreamReader? _reader;
    private long _batch;

    /// <inheritdoc/>
    public long BatchesPerEpoch => batchesPerEpoch ?? throw new TrainException("the length of an evaluation stream is unknown");

    /// <inheritdoc/>
    public IBatchFeed Open(int epoch, long firstBatch, IReadOnlyList<IAugmentation> augmentations)
    {
        var first = batchesPerEpoch is { } each ? (epoch * each) + firstBatch : 0;
        if (_reader is null || _batch > first || batchesPerEpoch is null)
        {
            _reader?.Dispose();
            _reader = data.Stream!.Open(batchesPerEpoch is not null, batchesPerEpoch is null ? null : seed, 2 * batchSize);
            _batch = 0;
        }
        _reader.Skip((first - _batch) * batchSize);
        _batch = first;
        var augmenter = augmentations.Count == 0 ? null : new SampleAugmenter(augmentations, encoding.Mean, seed, epoch);
        return new StreamFeed(this, augmenter, batchesPerEpoch - firstBatch ?? long.MaxValue);
    }

    /// <inheritdoc/>
    public IReadOnlyList<long[]> Positions(int epoch, long firstBatch, int batches) =>
    [
        .. Enumerable.Range(0, (int)Math.Min(batches, BatchesPerEpoch - firstBatch))
            .Select(at => ((epoch * BatchesPerEpoch) + firstBatch + at) * batchSize)
            .Select(start => Data.Sources.Positions.Between(start, start + batchSize).ToArray()),
    ];

    /// <summary>The next batch; null at the stream's end.</summary>
    /// <param name="augmenter">Changes its images; null for nothing.</param>
    public Batch? Next(SampleAugmenter? augmenter)
    {
        using var scope = torch.NewDisposeScope();
        if (_reader!.Read(batchSize) is not { } samples)
        {
            return null;
        }
        var first = _batch * batchSize;
        _batch++;
        StreamChecks.Same(data, samples, first);
        if (augmenter is not null)
        {
            Change(samples.Inputs[0], first, augmenter);
        }
        var count = samples.Target.shape[0];
        var inputs = samples.Inputs.Zip(_encoders, static (raw, encoder) => encoder.Encode(raw).DetachFromDisposeScope()).ToArray();
        var target = TargetPlacement.Put(samples.Target, placement).DetachFromDisposeScope();
        return inputs.Length == 1 ? new Batch(inputs[0], target, count) : new Batch(inputs, target, count);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader?.Dispose();
        Array.ForEach(_encoders, static encoder => encoder.Dispose());
    }

    private static void Change(torch.Tensor inputs, long first, SampleAugmenter augmenter)
    {
        var images = new MemorySource(inputs);
        var scratch = new byte[images.Form.Bytes];
        for (var row = 0L; row < images.Count; row++)
        {
            augmenter.Apply(images.Form, first + row, images.Row(row), scratch);
        }
    }
}
