namespace TrainSdk;

/// <summary>
/// Adagrad (Duchi et al., 2011): every weight has a rate of its own, which only falls: the gradient over the root of the sum of all its
/// squares so far. PyTorch's defaults; it starts from a learning rate of 0.01. For sparse features, such as rare words.
/// </summary>
/// <remarks>
/// Start with <c>Lr = 0.01</c>. The rates only fall, so that long runs come to a stop by themselves: leave out schedules that fall too, and
/// take <c>[AdamW]</c> where training stalls. One optimizer per class (TRAIN1008).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AdagradAttribute : Attribute
{
    /// <summary>L2 factor added to the gradient, 0 or more; default 1e-4, a light regularisation.</summary>
    public double WeightDecay { get; set; } = 1e-4;

    /// <summary>The rate of step t, from 1, is divided by 1 + (t − 1) × this, on top of any schedule; 0 or more; default 0.</summary>
    public double LrDecay { get; set; }

    /// <summary>What the sums of squared gradients start from, 0 or more; default 0. Above 0 it tames the first steps.</summary>
    public double InitialSum { get; set; }

    /// <summary>Added to the denominator, greater than 0; default 1e-10.</summary>
    public double Eps { get; set; } = 1e-10;

    /// <summary>
    /// Leaves biases and norms out of the weight decay: all parameters with fewer than two dimensions, all named <c>bias</c>, and those of
    /// layer norms; default false. Usual for transformers and large batches.
    /// </summary>
    public bool ExcludeBiasAndNorm { get; set; }
}
