namespace TrainSdk;

/// <summary>
/// AdamW (Loshchilov and Hutter, 2019): Adam whose weight decay is taken off the weights themselves, not added to the gradient, so that it
/// regularises all of them alike; betas 0.9 and 0.999, eps 1e-8 as in PyTorch.
/// </summary>
/// <remarks>
/// The usual choice for a serious run: start with <c>Lr = 1e-3</c> and the default decay, 0.01 to 0.1 for transformers. Add <c>[Warmup(5),
/// Cosine]</c>. A rate above 0.01 mostly diverges (TRAIN2002); for larger batches scale it by the square root (TRAIN2001). One optimizer
/// per class (TRAIN1008).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdamWAttribute : Attribute
{
    /// <summary>
    /// Share of each weight taken away per step, times the learning rate; 0 or more; default 1e-4, a light regularisation.
    /// </summary>
    public double WeightDecay { get; set; } = 1e-4;

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
