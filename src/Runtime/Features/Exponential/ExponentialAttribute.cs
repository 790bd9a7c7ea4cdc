namespace TrainSdk;

/// <summary>
/// Multiplies the learning rate by a factor per epoch, a little at every step. At the first step of each epoch it is what PyTorch's
/// <c>ExponentialLR</c> gives, stepped once per epoch. Starts after the warmup. Unlike the other schedules it does not know the end of
/// the run: twice the epochs, a much lower last rate.
/// </summary>
/// <remarks>
/// Start with 0.95 for 30 to 60 epochs; work back from what is to be left at the end, gamma = left^(1/epochs). One schedule per class
/// (TRAIN1018); <c>[Cosine]</c> ends with the run by itself.
/// </remarks>
/// <param name="gamma">Factor per epoch, above 0 and below 1: 0.9 leaves 4 % after 30 epochs, 0.95 leaves 21 %.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ExponentialAttribute(double gamma) : Attribute
{
    /// <summary>Factor per epoch, above 0 and below 1.</summary>
    public double Gamma { get; } = gamma;
}
