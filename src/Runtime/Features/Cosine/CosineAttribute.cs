namespace TrainSdk;

/// <summary>
/// Anneals the learning rate along half a cosine to <see cref="MinLr"/> at the end of the run (Loshchilov and Hutter, 2017). Starts after
/// the warmup.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CosineAttribute : Attribute
{
    /// <summary>Learning rate at the end, 0 or more and not above the learning rate; default 0.</summary>
    public double MinLr { get; set; }
}
