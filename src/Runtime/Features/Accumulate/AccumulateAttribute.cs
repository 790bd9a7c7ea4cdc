namespace TrainSdk;

/// <summary>
/// Makes one optimizer step out of several batches: for an effective batch that does not fit in memory. The step follows the mean over all
/// samples of its batches, by the loss's own denominator, so that it equals a step on one batch of that size; a short last window too.
/// Statistics of BatchNorm stay those of the single batches. Warmup and other lengths in steps count optimizer steps.
/// </summary>
/// <remarks>
/// Start with the batch that fits and as many of them as make 32 to 256 samples. It costs time and saves memory alone: a larger BatchSize
/// is faster where it fits. With BatchNorm the statistics are those of the small batches (TRAIN2024): prefer <c>GroupNorm</c>. More than
/// 512 samples to a step want a rate that follows (TRAIN2003).
/// </remarks>
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
