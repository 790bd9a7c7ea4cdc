namespace TrainSdk;

/// <summary>
/// Lowers the learning rate along a straight line to <see cref="MinLr"/> at the end of the run, as PyTorch's <c>LinearLR</c> does. Starts
/// after the warmup. The usual schedule for fine-tuning transformers (Devlin et al., 2019).
/// </summary>
/// <remarks>
/// Use it with <c>[Warmup(Fraction = 0.1)]</c> for fine-tuning, with a rate of 1e-5 to 1e-4. The line ends with the run, so changing Epochs
/// changes it all, and <c>[EarlyStop]</c> may cut it short (TRAIN2007). One schedule per class (TRAIN1018).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LinearAttribute : Attribute
{
    /// <summary>Learning rate at the end, 0 or more and not above the learning rate; default 0.</summary>
    public double MinLr { get; set; }
}
