using TorchSharp;
using TrainSdk.Data.Sources;

namespace TrainSdk.Data.Loading;

/// <summary>Batches of samples that can be visited in any order.</summary>
internal sealed class SampleBatches(
    DataSet data, InputEncoding encoding, int batchSize, ISampler? sampler, long seed, Placement placement) : IBatchSource
{
    private readonly InputEncoder[] _encoders = [.. encoding.ByInput(data).Select(each => new InputEncoder(each, placement))];
    private readonly ChunkEncoder[] _chunkEncoders = [.. encoding.ByInput(data).Select(each => new ChunkEncoder(each, placement))];

    /// <inheritdoc/>
    public long BatchesPerEpoch => BatchBounds.Count(data.Count, batchSize);

    /// <inheritdoc/>
    public IBatchFeed Open(int epoch, long firstBatch, IReadOnlyList<IAugmentation> augmentations)
    {
        var augmenter = augmentations.Count == 0 ? null : new SampleAugmenter(augmentations, encoding.Mean, seed, epoch);
        var plan = new ChunkPlan(data, _chunkEncoders, PinnedMemory.Helps(placement), batchSize, Order(epoch), augmenter);
        return new ChunkFeed(plan, _encoders, placement, firstBatch == BatchesPerEpoch ? data.Count : firstBatch * batchSize);
    }

    /// <inheritdoc/>
    public IReadOnlyList<long[]> Positions(int epoch, long firstBatch, int batches)
    {
        var order = Order(epoch) ?? [.. Data.Sources.Positions.To(data.Count)];
        var bounds = new BatchBounds(data.Count, batchSize);
        var all = new List<long[]>(batches);
        for (var start = firstBatch * batchSize; start < data.Count && all.Count < batches; start = bounds.End(start))
        {
            all.Add(order[(int)start..(int)bounds.End(start)]);
        }
        return all;
    }

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_encoders, static encoder => encoder.Dispose());

    private long[]? Order(int epoch) => sampler?.Order(data, batchSize, seed, epoch);
}
