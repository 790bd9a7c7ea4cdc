namespace TrainSdk;

/// <summary>
/// Lowers the learning rate along a straight line to <see cref="MinLr"/> at the end of the run, as PyTorch's <c>LinearLR</c> does. Starts
/// after the warmup. The usual schedule for fine-tuning transformers (Devlin et al., 2019).
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LinearAttribute : Attribute
{
    /// <summary>Learning rate at the end, 0 or more and not above the learning rate; default 0.</summary>
    public double MinLr { get; set; }
}
