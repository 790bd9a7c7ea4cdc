namespace TrainSdk;

/// <summary>
/// Raises the learning rate linearly over the first steps, to Lr·(s+1)/W at step s of W, before any other schedule begins.
/// 5 to 10 epochs are usual for large rates and attention models (Goyal et al., 2017).
/// </summary>
/// <remarks>
/// Start with <c>[Warmup(5)]</c>, 5 to 10 % of a long run. Use it with large rates, batches above 512 (TRAIN2003), attention, and before
/// <c>[Cosine]</c>. It must end before the run (TRAIN1013) and before <c>[Swa]</c> (TRAIN1017), and does not go with <c>[OneCycle]</c>,
/// which rises by itself (TRAIN1061).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WarmupAttribute : Attribute
{
    /// <inheritdoc cref="WarmupAttribute"/>
    public WarmupAttribute()
    {
    }

    /// <inheritdoc cref="WarmupAttribute"/>
    /// <param name="epochs">Length in epochs, 0 or more and less than the run; parts of epochs too. 5 to 10 are usual.</param>
    public WarmupAttribute(double epochs) => Epochs = epochs;

    /// <summary>Length in epochs, 0 or more.</summary>
    public double Epochs { get; }

    /// <summary>Length in optimizer steps, 0 or more; instead of epochs.</summary>
    public long Steps { get; set; }

    /// <summary>Length as a share of the run, 0 to 1; instead of epochs.</summary>
    public double Fraction { get; set; }
}
