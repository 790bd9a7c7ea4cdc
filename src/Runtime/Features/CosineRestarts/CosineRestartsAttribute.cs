namespace TrainSdk;

/// <summary>
/// Anneals the learning rate along half a cosine to <see cref="MinLr"/>, starts anew at the full rate, and so on (SGDR, Loshchilov and
/// Hutter, 2017); PyTorch's <c>CosineAnnealingWarmRestarts</c>, stepped at every optimizer step. Starts after the warmup. The first period
/// is exactly one of epochs, <see cref="Steps"/> and <see cref="Fraction"/>. A run ends best where a period does: with periods of 10, 20
/// and 40 epochs, after 70.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CosineRestartsAttribute : Attribute
{
    /// <summary>First period given as <see cref="Steps"/> or <see cref="Fraction"/>.</summary>
    public CosineRestartsAttribute()
    {
    }

    /// <summary>A first period of so many epochs.</summary>
    public CosineRestartsAttribute(double epochs) => Epochs = epochs;

    /// <summary>Length of the first period in epochs.</summary>
    public double Epochs { get; }

    /// <summary>Length of the first period in optimizer steps; instead of epochs.</summary>
    public long Steps { get; set; }

    /// <summary>Length of the first period as a share of the run, 0 to 1; instead of epochs.</summary>
    public double Fraction { get; set; }

    /// <summary>How many times longer each period is than the one before, at least 1; default 1. 2 is usual for long runs.</summary>
    public int Multiplier { get; set; } = 1;

    /// <summary>Learning rate at the end of each period, 0 or more and not above the learning rate; default 0.</summary>
    public double MinLr { get; set; }
}
