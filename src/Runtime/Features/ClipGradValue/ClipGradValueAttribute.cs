namespace TrainSdk;

/// <summary>
/// Brings every number of every gradient between −max and max, as PyTorch's <c>clip_grad_value_</c> does. It changes the gradient's
/// direction; <see cref="ClipGradNormAttribute"/>, which does not, is usually the better choice. The norm before clipping is recorded.
/// </summary>
/// <remarks>
/// Start with 1.0, and look at the recorded norm. Use it to repeat an older result, or where single numbers are known to explode. One way
/// of clipping per class (TRAIN1019).
/// </remarks>
/// <param name="max">Largest magnitude of a gradient's number, greater than 0; default 1.0.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ClipGradValueAttribute(double max = 1.0) : Attribute
{
    /// <summary>Largest magnitude of a gradient's number, greater than 0; default 1.0.</summary>
    public double Max { get; } = max;
}
