namespace TrainSdk;

/// <summary>
/// Ends the run when validation has not improved for a number of validations. The weights of the best epoch are kept and restored in any
/// case.
/// Patience 10 to 15 is usual; too little stops on noise.
/// </summary>
/// <remarks>
/// Start with 10, up to 15 for noisy validations. Below 10 is TRAIN2006, below 5 TRAIN2005. It needs a validation split.
/// <c>[ReduceLrOnPlateau]</c> must be able to act before it (TRAIN1062), and schedules that anneal to the end of the run want a patience of
/// a quarter of it (TRAIN2007). It saves time alone: the best weights are kept without it too.
/// </remarks>
/// <param name="patience">Validations without an improvement before the run ends, at least 1; default 10, 10 to 15 are usual.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EarlyStopAttribute(int patience = 10) : Attribute
{
    /// <summary>Validations without an improvement before the run ends, at least 1; default 10.</summary>
    public int Patience { get; } = patience;

    /// <summary>
    /// The metric to watch, one that the model measures: <c>Monitor = typeof(F1)</c>. It also decides which weights are the best.
    /// Default: the validation loss.
    /// </summary>
    public Type? Monitor { get; set; }

    /// <summary>
    /// How much better a validation must be than the best to count as an improvement for the patience, in the unit of what is watched, 0 or
    /// more; default 0. Best weights ignore it.
    /// </summary>
    public double MinDelta { get; set; }

    /// <summary>
    /// Epochs that the run takes at least, below the run's epochs; default 0. Validations are counted from the first, so that the run may
    /// end right after this one.
    /// </summary>
    public int MinEpochs { get; set; }
}
