using TrainSdk.Data.Sampling;

namespace TrainSdk.Data;

/// <summary>The ways to walk through a training split; see <see cref="DataSplits.Sampler"/>.</summary>
public static class Sampler
{
    /// <summary>Every sample once, in a new order each epoch: the default.</summary>
    public static ISampler Shuffled { get; } = new ShuffledSampler();

    /// <summary>Every sample once, in the data set's order in every epoch.</summary>
    public static ISampler Sequential { get; } = new SequentialSampler();

    /// <summary>
    /// Draws samples with replacement, each class as often as any other, against imbalance: PyTorch's <c>WeightedRandomSampler</c> with
    /// weights 1 / count of the class. In an epoch rare samples come several times and some of the frequent ones not at all.
    /// </summary>
    public static ISampler Balanced { get; } = new WeightedSampler(null);

    /// <summary>Draws samples with replacement, each in proportion to its weight: PyTorch's <c>WeightedRandomSampler</c>.</summary>
    /// <param name="weights">One finite number of at least 0 per training sample, not all 0.</param>
    /// <exception cref="TrainException">A weight is negative, or none is above 0.</exception>
    public static ISampler Weighted(IReadOnlyList<double> weights) => new WeightedSampler(weights);

    /// <summary>
    /// Every sample once, in batches of about one length, so that little of a batch is padding. Samples are shuffled, sorted by length
    /// within pools of so many batches, and the batches shuffled; only the epoch's short last batch keeps its place.
    /// </summary>
    /// <param name="poolBatches">
    /// Batches in a pool, at least 1; default 100. More means less padding, fewer means that batches mix better.
    /// </param>
    /// <exception cref="TrainException">It is below 1.</exception>
    public static ISampler LengthBucketed(int poolBatches = 100) => new LengthBucketedSampler(poolBatches);
}
