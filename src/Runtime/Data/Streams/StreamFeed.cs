using TrainSdk.Data.Loading;

namespace TrainSdk.Data.Streams;

/// <summary>The batches of one epoch of a stream.</summary>
/// <param name="batches">The stream's batches, at the epoch's first.</param>
/// <param name="augmenter">Changes the images of this epoch; null for nothing.</param>
/// <param name="left">Batches until the epoch's end.</param>
internal sealed class StreamFeed(StreamBatches batches, SampleAugmenter? augmenter, long left) : IBatchFeed
{
    private long _left = left;

    /// <inheritdoc/>
    public Batch? Next() => _left-- > 0 ? batches.Next(augmenter) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The stream goes on in the next epoch.
    }
}
