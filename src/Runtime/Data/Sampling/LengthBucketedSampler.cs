namespace TrainSdk.Data.Sampling;

/// <summary>Every sample once, in batches of about one length.</summary>
internal sealed class LengthBucketedSampler : ISampler
{
    private static readonly long Purpose = SampleRandom.PurposeOf(nameof(LengthBucketedSampler));
    private readonly int _poolBatches;

    /// <summary>Takes the size of a pool.</summary>
    public LengthBucketedSampler(int poolBatches) => _poolBatches = poolBatches >= 1
        ? poolBatches
        : throw new TrainException($"a pool of {poolBatches} batches cannot be sorted; give 1 or more");

    /// <inheritdoc/>
    public string Identity => $"bucketed by length in pools of {_poolBatches}";

    /// <inheritdoc/>
    public long[] Order(DataSet data, int batchSize, long seed, int epoch)
    {
        var sequences = data.Sources.OfType<ISequenceSource>().FirstOrDefault() ?? throw new TrainException(
            "Sampler.LengthBucketed goes by the lengths of sequences, and all inputs are of one shape; take Sampler.Shuffled");
        var order = Permutation.Of(data.Count, seed, epoch);
        var whole = order.Length / batchSize * batchSize;
        var pool = (int)Math.Min((long)_poolBatches * batchSize, int.MaxValue);
        long[][] batches =
        [
            .. order[..whole].Chunk(pool)
                .SelectMany(part => part.OrderBy(sequences.LengthOf).Chunk(batchSize)),
        ];
        var turn = Permutation.Of(batches.Length, seed ^ Purpose, epoch);
        return [.. turn.SelectMany(at => batches[at]), .. order[whole..]];
    }
}
