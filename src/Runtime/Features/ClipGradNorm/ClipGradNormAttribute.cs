namespace TrainSdk;

/// <summary>
/// Scales all gradients together by min(1, max / (norm + 1e-6)), PyTorch's rule, so that their common norm stays within bounds (Pascanu et
/// al., 2013). Above all for recurrent models and long sequences. The norm before clipping is recorded.
/// </summary>
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
