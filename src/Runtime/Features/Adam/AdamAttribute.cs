namespace TrainSdk;

/// <summary>
/// Adam (Kingma and Ba, 2015) with PyTorch's defaults: betas 0.9 and 0.999, eps 1e-8. The default optimizer.
/// Its weight decay is an L2 term in the gradient; for decoupled decay use <see cref="AdamWAttribute"/>.
/// </summary>
/// <remarks>
/// Use it as the first try, at <c>Lr = 1e-3</c>; above 0.01 it mostly diverges (TRAIN2002). For a regularised run take <c>[AdamW]</c>: a
/// decay written here is divided like the gradient (TRAIN2004). One optimizer per class (TRAIN1008).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdamAttribute : Attribute
{
    /// <summary>L2 factor added to the gradient, 0 or more; default 0.</summary>
    public double WeightDecay { get; set; }

    /// <summary>Decay of the running mean of gradients, 0 to below 1; default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Decay of the running mean of squared gradients, 0 to below 1; default 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Added to the denominator, greater than 0; default 1e-8.</summary>
    public double Eps { get; set; } = 1e-8;

    /// <summary>
    /// Divides by the largest running mean of squared gradients so far instead of the present one (Reddi et al., 2018); default false. One
    /// more buffer; rarely better.
    /// </summary>
    public bool Amsgrad { get; set; }

    /// <summary>
    /// Leaves biases and norms out of the weight decay: all parameters with fewer than two dimensions, all named <c>bias</c>, and those of
    /// layer norms; default false. Usual for transformers and large batches.
    /// </summary>
    public bool ExcludeBiasAndNorm { get; set; }
}
