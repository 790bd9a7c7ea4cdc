namespace TrainSdk;

/// <summary>
/// Ends the run when the validation loss has not improved for a number of validations. The weights of the best epoch are kept and
/// restored in any case.
/// Patience 10 to 15 is usual; too little stops on noise.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class EarlyStopAttribute(int patience = 10) : Attribute
{
    /// <summary>Validations without an improvement before the run ends, at least 1; default 10.</summary>
    public int Patience { get; } = patience;

    /// <summary>
    /// How much the loss must fall to count as an improvement for the patience, 0 or more; default 0. Best weights ignore it.
    /// </summary>
    public double MinDelta { get; set; }
}
