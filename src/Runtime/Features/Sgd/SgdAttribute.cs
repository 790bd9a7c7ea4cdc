namespace TrainSdk;

/// <summary>
/// Stochastic gradient descent with momentum, PyTorch's form. It usually wants a 10 to 100 times larger learning rate than Adam.
/// </summary>
/// <remarks>
/// Start with <c>Lr = 0.1</c> for networks with BatchNorm, 0.01 without, momentum 0.9, and a schedule that falls: <c>[Warmup(5),
/// Cosine]</c> or <c>[StepDecay]</c>. It often generalises better than Adam in vision and wants more care with the rate. <see
/// cref="Nesterov"/> needs a momentum and no dampening (TRAIN1017). One optimizer per class (TRAIN1008).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SgdAttribute : Attribute
{
    /// <summary>Share of the last update kept, 0 to below 1; default 0.9.</summary>
    public double Momentum { get; set; } = 0.9;

    /// <summary>Looks ahead along the momentum (Nesterov); default false. Needs a momentum above 0.</summary>
    public bool Nesterov { get; set; }

    /// <summary>L2 factor added to the gradient, 0 or more; default 1e-4.</summary>
    public double WeightDecay { get; set; } = 1e-4;

    /// <summary>
    /// Share of each gradient after the first that does not enter the momentum, 0 to below 1; default 0. 0 with <see cref="Nesterov"/>.
    /// </summary>
    public double Dampening { get; set; }

    /// <summary>
    /// Leaves biases and norms out of the weight decay: all parameters with fewer than two dimensions, all named <c>bias</c>, and those of
    /// layer norms; default false. Usual for transformers and large batches.
    /// </summary>
    public bool ExcludeBiasAndNorm { get; set; }
}
