namespace TrainSdk.Data.Loading;

/// <summary>
/// Where each training batch begins and ends. A single sample that would be left over joins the batch before it:
/// BatchNorm cannot measure a variance on one sample, and its gradient would be the noisiest of the epoch.
/// </summary>
internal readonly struct BatchBounds(long samples, int batchSize)
{
    /// <summary>Batches in one epoch.</summary>
    public static long Count(long samples, int batchSize) => JoinsLast(samples, batchSize)
        ? samples / batchSize
        : (samples + batchSize - 1) / batchSize;

    /// <summary>Optimizer steps in an epoch, with <paramref name="accumulate"/> batches to a step; the last may have fewer.</summary>
    public static long Steps(long batches, int accumulate) => (batches + accumulate - 1) / accumulate;

    /// <summary>
    /// The sample after the last of the batch, or of <paramref name="batches"/> batches, that begins at <paramref name="start"/>.
    /// </summary>
    public long End(long start, int batches = 1)
    {
        var end = Math.Min(start + ((long)batchSize * batches), samples);
        return samples - end == 1 && JoinsLast(samples, batchSize) ? samples : end;
    }

    private static bool JoinsLast(long samples, int batchSize) => batchSize > 1 && samples > batchSize && samples % batchSize == 1;
}
