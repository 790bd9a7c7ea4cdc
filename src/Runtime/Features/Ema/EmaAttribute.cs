namespace TrainSdk;

/// <summary>
/// Keeps an exponential moving average of the weights. Validation, the best weights and the finished model are the average's, which is
/// usually better and less noisy than the last step's weights; training itself is not changed (Polyak and Juditsky, 1992).
/// 0.999 suits runs of some thousand steps, 0.9999 those of 100 000 and more. Costs one more copy of the weights.
/// </summary>
/// <remarks>
/// Start with 0.999; roughly 1 / (1 − decay) steps are averaged, which should be about a tenth of the run. Use it for noisy validations and
/// generative models. Too high a decay on a short run lags behind the weights. One average per class: not with <c>[Swa]</c> (TRAIN1020).
/// </remarks>
/// <param name="decay">Share of the average that a step keeps, 0 to below 1; default 0.999.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EmaAttribute(double decay = 0.999) : Attribute
{
    /// <summary>Share of the average that a step keeps, 0 to below 1; default 0.999.</summary>
    public double Decay { get; } = decay;

    /// <summary>
    /// Whether the decay rises with the steps, min(Decay, (1 + t) / (10 + t)) after t of them, so that a short run is not dominated by its
    /// first weights (TensorFlow's <c>num_updates</c>); default true.
    /// </summary>
    public bool Warmup { get; set; } = true;
}
