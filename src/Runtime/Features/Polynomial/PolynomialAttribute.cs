namespace TrainSdk;

/// <summary>
/// Lowers the learning rate to <see cref="MinLr"/> at the end of the run by a power of what is left of it, as PyTorch's
/// <c>PolynomialLR</c> does. Starts after the warmup. 0.9 is usual for segmentation (Chen et al., 2018); 1 is a straight line, 2 falls
/// fast and ends gently.
/// </summary>
/// <remarks>
/// Start with 0.9. The curve ends with the run, so changing Epochs changes it all, and <c>[EarlyStop]</c> may cut it short (TRAIN2007). One
/// schedule per class (TRAIN1018).
/// </remarks>
/// <param name="power">The power, greater than 0; default 0.9. PyTorch's default is 1.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class PolynomialAttribute(double power = 0.9) : Attribute
{
    /// <summary>The power, greater than 0; default 0.9.</summary>
    public double Power { get; } = power;

    /// <summary>Learning rate at the end, 0 or more and not above the learning rate; default 0.</summary>
    public double MinLr { get; set; }
}
