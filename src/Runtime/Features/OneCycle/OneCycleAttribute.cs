namespace TrainSdk;

/// <summary>
/// One rise to the learning rate and one long fall far below where it began (Smith and Topin, 2018): PyTorch's <c>OneCycleLR</c>, whose
/// <c>max_lr</c> is the class's <c>Lr</c>. It allows a peak several times higher than a constant rate, and short runs. The momentum is not
/// cycled: PyTorch's numbers with <c>cycle_momentum=False</c>. It is a whole schedule with its own rise, so it goes with neither
/// <c>[Warmup]</c> nor <c>[ReduceLrOnPlateau]</c>.
/// </summary>
/// <remarks>
/// Start with the defaults and a peak that <c>find lr</c> suggests, 3 to 10 times the constant rate, in a run of 10 to 30 epochs. The curve
/// ends with the run, so changing Epochs changes it all, and <c>[EarlyStop]</c> may cut it short (TRAIN2007). One schedule per class
/// (TRAIN1018); neither warmup nor plateau beside it (TRAIN1061).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class OneCycleAttribute : Attribute
{
    /// <summary>Share of the run that rises, 0 to below 1, with <see cref="ThreePhase"/> at most 0.5; default 0.3.</summary>
    public double PctStart { get; set; } = 0.3;

    /// <summary>The first rate is the peak divided by this, at least 1; default 25.</summary>
    public double DivFactor { get; set; } = 25;

    /// <summary>The last rate is the first divided by this, at least 1; default 10000.</summary>
    public double FinalDivFactor { get; set; } = 1e4;

    /// <summary>The form of rise and fall; default <see cref="AnnealMode.Cosine"/>.</summary>
    public AnnealMode Anneal { get; set; }

    /// <summary>
    /// Whether the fall takes as long as the rise, back to the first rate, and a third phase ends far below, as in the paper; default no.
    /// </summary>
    public bool ThreePhase { get; set; }
}
