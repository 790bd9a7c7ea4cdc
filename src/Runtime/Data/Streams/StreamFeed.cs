using TrainSdk.Data.Loading;

namespace TrainSdk.Data.Streams;

/// <summary>The batches of one epoch of a stream.</summary>
/// <param name="batches">The stream's batches, at the epoch's first.</param>
/// <param name="epoch">Epoch from 0.</param>
/// <param name="left">Batches until the epoch's end.</param>
internal sealed class StreamFeed(StreamBatches batches, int epoch, long left) : IBatchFeed
{
    private long _left = left;

    /// <inheritdoc/>
    public Batch? Next() => _left-- > 0 ? batches.Next(epoch) : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        // The stream goes on in the next epoch.
    }
}
