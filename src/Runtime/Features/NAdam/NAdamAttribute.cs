namespace TrainSdk;

/// <summary>
/// NAdam (Dozat, 2016): Adam that looks ahead along its momentum, Nesterov's way, with PyTorch's defaults. PyTorch starts from a learning
/// rate of 2e-3. Often a little faster than Adam where Adam works well.
/// </summary>
/// <remarks>
/// Start with <c>Lr = 1e-3</c> to 2e-3, as for Adam; above 0.01 it mostly diverges (TRAIN2002). <see cref="Decoupled"/> makes its decay
/// that of AdamW. One optimizer per class (TRAIN1008).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NAdamAttribute : Attribute
{
    /// <summary>
    /// Weight decay, 0 or more; default 1e-4. An L2 factor added to the gradient, or with <see cref="Decoupled"/> the share of each
    /// weight taken away per step, times the learning rate.
    /// </summary>
    public double WeightDecay { get; set; } = 1e-4;

    /// <summary>Decay of the running mean of gradients, 0 to below 1; default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Decay of the running mean of squared gradients, 0 to below 1; default 0.999.</summary>
    public double Beta2 { get; set; } = 0.999;

    /// <summary>Added to the denominator, greater than 0; default 1e-8.</summary>
    public double Eps { get; set; } = 1e-8;

    /// <summary>How fast the momentum's factor grows from half of <see cref="Beta1"/> to all of it, 0 or more; default 4e-3.</summary>
    public double MomentumDecay { get; set; } = 4e-3;

    /// <summary>Takes the decay from the weights themselves, as AdamW does; default false, an L2 term in the gradient.</summary>
    public bool Decoupled { get; set; }

    /// <summary>
    /// Leaves biases and norms out of the weight decay: all parameters with fewer than two dimensions, all named <c>bias</c>, and those of
    /// layer norms; default false. Usual for transformers and large batches.
    /// </summary>
    public bool ExcludeBiasAndNorm { get; set; }
}
