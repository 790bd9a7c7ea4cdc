using TrainSdk.Data.Sources;

namespace TrainSdk.Data.Sampling;

/// <summary>Every sample once, in the data set's order.</summary>
internal sealed class SequentialSampler : ISampler
{
    /// <inheritdoc/>
    public string Identity => "sequential";

    /// <inheritdoc/>
    public long[] Order(DataSet data, int batchSize, long seed, int epoch) => [.. Positions.To(data.Count)];
}
