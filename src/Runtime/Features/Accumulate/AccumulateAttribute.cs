namespace TrainSdk;

/// <summary>
/// Makes one optimizer step out of several batches: for an effective batch that does not fit in memory. The step follows the mean over all
/// samples of its batches, by the loss's own denominator, so that it equals a step on one batch of that size; a short last window too.
/// Statistics of BatchNorm stay those of the single batches. Warmup and other lengths in steps count optimizer steps.
/// </summary>
/// <param name="batches">Batches per optimizer step, at least 1. Effective batch: <c>BatchSize</c> × this number.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AccumulateAttribute(int batches) : Attribute
{
    /// <summary>Batches per optimizer step, at least 1.</summary>
    public int Batches { get; } = batches;

    /// <summary>
    /// Whether a batch that does not fit in memory is halved, again and again, and its step is made of the pieces; default false. The step
    /// is the same mean over the same samples. BatchNorm's statistics become those of the pieces, and dropout draws anew for each: write a
    /// smaller <c>BatchSize</c> with more batches to a step once it is known what fits.
    /// </summary>
    public bool Auto { get; set; }
}
