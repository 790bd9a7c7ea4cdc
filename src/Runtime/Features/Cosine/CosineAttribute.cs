namespace TrainSdk;

/// <summary>
/// Anneals the learning rate along half a cosine to <see cref="MinLr"/> at the end of the run (Loshchilov and Hutter, 2017). Starts after
/// the warmup.
/// </summary>
/// <remarks>
/// The schedule to start with: <c>[Warmup(5), Cosine]</c>. MinLr 0 or a hundredth of Lr. The curve ends with the run, so changing Epochs
/// changes it all, and an <c>[EarlyStop]</c> with little patience cuts off its best part (TRAIN2007). One schedule per class (TRAIN1018);
/// <c>[ReduceLrOnPlateau]</c> goes on top.
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class CosineAttribute : Attribute
{
    /// <summary>Learning rate at the end, 0 or more and not above the learning rate; default 0.</summary>
    public double MinLr { get; set; }
}
