namespace TrainSdk;

/// <summary>
/// Scales all gradients together by min(1, max / (norm + 1e-6)), PyTorch's rule, so that their common norm stays within bounds (Pascanu et
/// al., 2013). Above all for recurrent models and long sequences. The norm before clipping is recorded.
/// </summary>
/// <remarks>
/// Start with 1.0; 0.1 to 5 are usual. Read <c>grad_norm</c> in <c>epochs.csv</c>: a bound that cuts every step is a smaller learning rate,
/// one that never cuts only guards. Recurrent models want it (TRAIN2008). One way of clipping per class (TRAIN1019).
/// </remarks>
/// <param name="maxNorm">Largest gradient norm, greater than 0; default 1.0.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ClipGradNormAttribute(double maxNorm = 1.0) : Attribute
{
    /// <summary>Largest gradient norm, greater than 0; default 1.0.</summary>
    public double MaxNorm { get; } = maxNorm;

    /// <summary>
    /// p of the p-norm, greater than 0; default 2, the gradient's length. <see cref="double.PositiveInfinity"/> is the largest magnitude.
    /// </summary>
    public double NormType { get; set; } = 2;
}
