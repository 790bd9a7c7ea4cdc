namespace TrainSdk.Data.Loading;

/// <summary>What the chunks of one epoch are made of.</summary>
/// <param name="Data">The samples.</param>
/// <param name="Encoders">One per input of the model; each encodes where that is possible ahead of use.</param>
/// <param name="Pins">Whether chunks lie in pinned memory, from which a GPU fetches them while the processor goes on.</param>
/// <param name="BatchSize">Samples per batch.</param>
/// <param name="Order">Sample by place in the epoch; null for the data set's own order.</param>
/// <param name="Augmenter">Changes samples; null for none.</param>
internal sealed record ChunkPlan(
    DataSet Data, ChunkEncoder[] Encoders, bool Pins, int BatchSize, long[]? Order, SampleAugmenter? Augmenter)
{
    private const int MostBatches = 16;
    private const int AugmentedBatches = 4;
    private const long MostBytes = 8 << 20;

    /// <summary>Where batches begin and end.</summary>
    public BatchBounds Bounds { get; } = new(Data.Count, BatchSize);

    /// <summary>Whether samples are no more than copied.</summary>
    public bool IsCopy { get; } = Data.IsInMemory && Augmenter is null;

    /// <summary>Batches in one chunk: many where a batch is little work, one where its samples are read.</summary>
    public int BatchesPerChunk { get; } =
        Data.IsInMemory ? BatchesFor(Data, BatchSize, Augmenter is null ? MostBatches : AugmentedBatches) : 1;

    /// <summary>Threads that fill chunks beside the training step. Copies take one: more would only compete for memory.</summary>
    public int Workers { get; } = Data.IsInMemory && Augmenter is null ? Math.Min(1, LoaderWorkers.Count) : LoaderWorkers.Count;

    /// <summary>Chunks that are filled ahead of the present one.</summary>
    public int Ahead => Data.IsInMemory ? Workers : 2 * Workers;

    /// <summary>The sample at a place of the epoch.</summary>
    public long At(long place) => Order is null ? place : Order[place];

    private static int BatchesFor(DataSet data, int batchSize, int most)
    {
        var batchBytes = Math.Max(1, data.Sources.Sum(static source => source.Form.Bytes) * batchSize);
        return (int)Math.Clamp(MostBytes / batchBytes, 1, most);
    }
}
