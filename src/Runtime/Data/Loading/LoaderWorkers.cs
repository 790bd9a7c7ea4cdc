namespace TrainSdk.Data.Loading;

/// <summary>How many threads read samples beside the training step. Of the process, as torch's threads are.</summary>
internal static class LoaderWorkers
{
    private const int Most = 8;

    /// <summary>Threads; 0 reads on the training thread. By default one per core, up to eight.</summary>
    public static int Count { get; private set; } = Default;

    /// <summary>One per core, up to eight.</summary>
    public static int Default => Math.Clamp(Environment.ProcessorCount, 1, Most);

    /// <summary>Takes a number of threads from the next epoch on.</summary>
    /// <exception cref="TrainException">It is negative.</exception>
    public static void Use(int workers) => Count = workers >= 0
        ? workers
        : throw new TrainException($"{workers} workers cannot read samples; give 0 for the training thread itself, or more");
}
