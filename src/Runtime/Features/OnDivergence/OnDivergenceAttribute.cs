namespace TrainSdk;

/// <summary>
/// What happens when a gradient becomes NaN or infinite. Without this attribute the run stops, which is right while a model is being
/// built: the cause is named, and is best removed. Skip where single samples are known to be bad and cannot be found. Roll back on long
/// runs of a model that is known to learn, whose rare loss spikes end in NaN.
/// </summary>
/// <remarks>
/// Start without it. Where it is needed, lower the rate, add <c>[ClipGradNorm(1.0)]</c> and <c>[Warmup]</c> first: a run that rolls back
/// often has too high a rate. With <see cref="AmpMode.Fp16"/> the scaler's skipped steps are no divergence. Arguments of a rollback without
/// one are TRAIN1034.
/// </remarks>
/// <param name="action">What to do; default <see cref="DivergenceAction.Stop"/>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OnDivergenceAttribute(DivergenceAction action = DivergenceAction.Stop) : Attribute
{
    /// <summary>What to do.</summary>
    public DivergenceAction Action { get; } = action;

    /// <summary>What a rollback multiplies the learning rate by from there on, above 0 and below 1; default 0.5.</summary>
    public double LrFactor { get; set; } = 0.5;

    /// <summary>Rollbacks in one run, at least 1; default 3. The next divergence stops the run.</summary>
    public int Rollbacks { get; set; } = 3;
}
