namespace TrainSdk;

/// <summary>
/// Lowers the learning rate when validation stops improving: PyTorch's <c>ReduceLROnPlateau</c>, rule by rule. It is a factor on top of the
/// schedule, so it goes with a warmup and with every schedule but <c>[OneCycle]</c>. A good choice where the right length of a run is not
/// known: a long run, this, and <c>[EarlyStop]</c> with a patience at least twice as long.
/// </summary>
/// <remarks>
/// Start with patience 5 and factor 0.1. Less patience falls on noise; each fall wants as many validations to show what it does, so
/// <c>[EarlyStop]</c> needs at least twice the patience: one that ends the run first is TRAIN1062. It needs a validation split. Not beside
/// <c>[OneCycle]</c> (TRAIN1061).
/// </remarks>
/// <param name="patience">
/// Validations without an improvement that are tolerated; one more lowers the rate. 0 or more; default 5, half of <c>[EarlyStop]</c>'s.
/// PyTorch's default is 10.
/// </param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ReduceLrOnPlateauAttribute(int patience = 5) : Attribute
{
    /// <summary>Validations without an improvement that are tolerated; default 5.</summary>
    public int Patience { get; } = patience;

    /// <summary>
    /// The metric to watch, one that the model measures: <c>Monitor = typeof(F1)</c>; whether lower or higher is better, the metric says.
    /// Default: the validation loss.
    /// </summary>
    public Type? Monitor { get; set; }

    /// <summary>What the rate is multiplied by, above 0 and below 1; default 0.1. 0.5 is gentler.</summary>
    public double Factor { get; set; } = 0.1;

    /// <summary>How much better a validation must be to count as an improvement, 0 or more; default 1e-4.</summary>
    public double Threshold { get; set; } = 1e-4;

    /// <summary>
    /// What <see cref="Threshold"/> is measured in; default <see cref="ThresholdMode.Relative"/>, which makes no sense for a loss below 0.
    /// </summary>
    public ThresholdMode ThresholdMode { get; set; }

    /// <summary>Validations after a reduction that are not counted, 0 or more; default 0.</summary>
    public int Cooldown { get; set; }

    /// <summary>
    /// Lowest rate that reductions lead to, where the schedule stands at the full rate, 0 or more; default 0. A schedule that falls
    /// multiplies what is left, and may go below.
    /// </summary>
    public double MinLr { get; set; }
}
