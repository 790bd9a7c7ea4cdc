namespace TrainSdk.Data.Sampling;

/// <summary>Every sample once, in a new order each epoch.</summary>
internal sealed class ShuffledSampler : ISampler
{
    /// <inheritdoc/>
    public string Identity => "shuffled";

    /// <inheritdoc/>
    public long[] Order(DataSet data, int batchSize, long seed, int epoch) => Permutation.Of(data.Count, seed, epoch);
}
