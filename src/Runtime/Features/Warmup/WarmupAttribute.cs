namespace TrainSdk;

/// <summary>
/// Raises the learning rate linearly over the first steps, to Lr·(s+1)/W at step s of W, before any other schedule begins.
/// 5 to 10 epochs are usual for large rates and attention models (Goyal et al., 2017).
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class WarmupAttribute : Attribute
{
    /// <summary>Warmup given as <see cref="Steps"/> or <see cref="Fraction"/>.</summary>
    public WarmupAttribute()
    {
    }

    /// <summary>Warmup over a number of epochs.</summary>
    public WarmupAttribute(double epochs) => Epochs = epochs;

    /// <summary>Length in epochs.</summary>
    public double Epochs { get; }

    /// <summary>Length in optimizer steps; instead of epochs.</summary>
    public long Steps { get; set; }

    /// <summary>Length as a share of the run, 0 to 1; instead of epochs.</summary>
    public double Fraction { get; set; }
}
