namespace TrainSdk.Trials;

/// <summary>
/// How much memory the next batch size would take: what grows with the batch grows in proportion to it, and the rest stays. On a CPU
/// nothing else warns: a process that takes too much is killed, with those beside it.
/// </summary>
/// <param name="before">Bytes of the process before the first batch.</param>
/// <param name="free">Bytes that were left to it then.</param>
internal sealed class MemoryForecast(long before, long free)
{
    /// <summary>The part of the free memory that may be used.</summary>
    public const double Share = 0.8;

    private (long Batch, long Bytes) _last = (0, before);
    private (long Batch, long Bytes) _former;

    /// <summary>Most bytes that the process may take.</summary>
    public long Limit { get; } = before + (long)(Share * free);

    /// <summary>Takes a measurement; batches come in growing order.</summary>
    public void Add(long batch, long bytes) => (_former, _last) = (_last, (batch, bytes));

    /// <summary>Bytes that a batch would take: the line through the last two measurements, of which the first may be the start.</summary>
    public long Of(long batch) => _last.Batch == 0 ? _last.Bytes
        : _last.Bytes + ((_last.Bytes - _former.Bytes) / Math.Max(1, _last.Batch - _former.Batch) * (batch - _last.Batch));

    /// <summary>Whether a batch fits.</summary>
    public bool Fits(long batch) => Of(batch) <= Limit;
}
