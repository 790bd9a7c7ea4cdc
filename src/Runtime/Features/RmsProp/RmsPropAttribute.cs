namespace TrainSdk;

/// <summary>
/// RMSprop (Hinton, 2012): the gradient over the root of the running mean of its squares, with PyTorch's defaults; eps is added after the
/// root. PyTorch starts from a learning rate of 0.01, and 1e-3 is safer. Known from recurrent models and reinforcement learning.
/// </summary>
/// <remarks>
/// Start with <c>Lr = 1e-3</c>. With Centered an eps of 1e-8 may divide by almost nothing: raise it where losses jump. Recurrent models
/// want <c>[ClipGradNorm(1.0)]</c> beside it (TRAIN2008). One optimizer per class (TRAIN1008).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class RmsPropAttribute : Attribute
{
    /// <summary>L2 factor added to the gradient, 0 or more; default 1e-4, a light regularisation.</summary>
    public double WeightDecay { get; set; } = 1e-4;

    /// <summary>Decay of the running mean of squared gradients, 0 to below 1; default 0.99.</summary>
    public double Alpha { get; set; } = 0.99;

    /// <summary>Added to the denominator, greater than 0; default 1e-8.</summary>
    public double Eps { get; set; } = 1e-8;

    /// <summary>Share of the last update kept, 0 to below 1; default 0.</summary>
    public double Momentum { get; set; }

    /// <summary>
    /// Divides by the running standard deviation instead (Graves, 2013); default false. It needs one more buffer, and an eps that holds
    /// where a gradient hardly varies.
    /// </summary>
    public bool Centered { get; set; }

    /// <summary>
    /// Leaves biases and norms out of the weight decay: all parameters with fewer than two dimensions, all named <c>bias</c>, and those of
    /// layer norms; default false. Usual for transformers and large batches.
    /// </summary>
    public bool ExcludeBiasAndNorm { get; set; }
}
