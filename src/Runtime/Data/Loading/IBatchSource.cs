namespace TrainSdk.Data.Loading;

/// <summary>Where a loader's batches come from: samples that can be visited in any order, or a stream.</summary>
internal interface IBatchSource : IDisposable
{
    /// <summary>Batches in one epoch.</summary>
    long BatchesPerEpoch { get; }

    /// <summary>Begins an epoch, or goes on in it.</summary>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="firstBatch">Batches of the epoch that are done.</param>
    /// <param name="augmentations">How its images are changed, in this order.</param>
    IBatchFeed Open(int epoch, long firstBatch, IReadOnlyList<IAugmentation> augmentations);

    /// <summary>The positions of the samples of some batches.</summary>
    /// <param name="epoch">Epoch from 0.</param>
    /// <param name="firstBatch">The first of them, from 0.</param>
    /// <param name="batches">How many; fewer where the epoch ends.</param>
    IReadOnlyList<long[]> Positions(int epoch, long firstBatch, int batches);
}
