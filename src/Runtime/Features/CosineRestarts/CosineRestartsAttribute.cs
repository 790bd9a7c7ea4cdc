namespace TrainSdk;

/// <summary>
/// Anneals the learning rate along half a cosine to <see cref="MinLr"/>, starts anew at the full rate, and so on (SGDR, Loshchilov and
/// Hutter, 2017); PyTorch's <c>CosineAnnealingWarmRestarts</c>, stepped at every optimizer step. Starts after the warmup. The first period
/// is exactly one of epochs, <see cref="Steps"/> and <see cref="Fraction"/>. A run ends best where a period does: with periods of 10, 20
/// and 40 epochs, after 70.
/// </summary>
/// <remarks>
/// Start with a first period of 10 epochs and a multiplier of 2, on runs of which the length is not known. The loss jumps at each restart:
/// give <c>[EarlyStop]</c> a patience of more than a period. A period as long as the run is TRAIN1063. One schedule per class (TRAIN1018).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CosineRestartsAttribute : Attribute
{
    /// <inheritdoc cref="CosineRestartsAttribute"/>
    public CosineRestartsAttribute()
    {
    }

    /// <inheritdoc cref="CosineRestartsAttribute"/>
    /// <param name="epochs">Length of the first period in epochs, greater than 0 and less than the run; 10 is a usual start.</param>
    public CosineRestartsAttribute(double epochs) => Epochs = epochs;

    /// <summary>Length of the first period in epochs, greater than 0.</summary>
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
