namespace TrainSdk;

/// <summary>
/// Lion (Chen et al., 2023): each weight moves by the learning rate, up or down, by the sign of a mean between momentum and gradient. It
/// keeps one buffer where Adam keeps two. It wants a 3 to 10 times smaller learning rate than AdamW, and a weight decay larger by as much.
/// </summary>
/// <remarks>
/// Start with <c>Lr = 1e-4</c> and <c>WeightDecay = 1e-3</c>, a tenth and ten times of AdamW's. Every weight moves by the whole rate at
/// each step, so small batches are noisy: it shines from 64 samples on. A rate above 0.01 is TRAIN2002. One optimizer per class
/// (TRAIN1008).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class LionAttribute : Attribute
{
    /// <summary>
    /// Share of each weight taken away per step, times the learning rate; 0 or more; default 1e-4. With Lion's small rates 0.01 to 1 are
    /// usual.
    /// </summary>
    public double WeightDecay { get; set; } = 1e-4;

    /// <summary>Share of the momentum in the direction of a step, 0 to below 1; default 0.9.</summary>
    public double Beta1 { get; set; } = 0.9;

    /// <summary>Decay of the momentum, 0 to below 1; default 0.99.</summary>
    public double Beta2 { get; set; } = 0.99;

    /// <summary>
    /// Leaves biases and norms out of the weight decay: all parameters with fewer than two dimensions, all named <c>bias</c>, and those of
    /// layer norms; default false. Usual for transformers and large batches.
    /// </summary>
    public bool ExcludeBiasAndNorm { get; set; }
}
