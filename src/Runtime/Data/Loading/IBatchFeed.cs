namespace TrainSdk.Data.Loading;

/// <summary>Makes the batches of one epoch, one after the other, on the training thread.</summary>
internal interface IBatchFeed : IDisposable
{
    /// <summary>The next batch, which the caller disposes; null at the end of the epoch.</summary>
    /// <exception cref="TrainException">A sample could not be read.</exception>
    Batch? Next();
}
