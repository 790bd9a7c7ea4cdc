namespace TrainSdk;

/// <summary>
/// Stochastic weight averaging (Izmailov et al., 2018): from an epoch on, the learning rate goes over to a constant, and the weights at the
/// end of each epoch are averaged, all alike. The finished model is the average, with the statistics of its BatchNorm layers computed anew
/// over the training data; it is not replaced by the weights of the best epoch. Start after 75 % of the run, with a rate between the first
/// and the last one of the schedule.
/// </summary>
/// <remarks>
/// Start with <c>[Swa(Lr = …)]</c>, half of the first rate, on a run that is already good. A rate too low averages what is all alike, one
/// too high what is no good. The run ends with a pass over the training data for BatchNorm. Averaging must begin before the run ends and
/// after the warmup (TRAIN1017). One average per class: not with <c>[Ema]</c> (TRAIN1020).
/// </remarks>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SwaAttribute : Attribute
{
    /// <inheritdoc cref="SwaAttribute"/>
    public SwaAttribute()
    {
    }

    /// <inheritdoc cref="SwaAttribute"/>
    /// <param name="epochs">Epochs before the averaging, 0 or more and less than the run; three quarters of it are usual.</param>
    public SwaAttribute(double epochs) => Epochs = epochs;

    /// <summary>Epochs before the averaging; rounded up to whole ones.</summary>
    public double Epochs { get; }

    /// <summary>Optimizer steps before the averaging, instead of epochs; rounded up to whole epochs.</summary>
    public long Steps { get; set; }

    /// <summary>Share of the run before the averaging, 0 to 1, instead of epochs; default 0.75. Rounded up to whole epochs.</summary>
    public double Fraction { get; set; } = 0.75;

    /// <summary>The constant learning rate, greater than 0. It must be written: half of the first rate is a usual start.</summary>
    public double Lr { get; set; }

    /// <summary>Epochs over which the rate goes over to <see cref="Lr"/>, 0 or more; default 10, as in PyTorch's <c>SWALR</c>.</summary>
    public int AnnealEpochs { get; set; } = 10;

    /// <summary>How it goes over; default along a cosine, as in PyTorch's <c>SWALR</c>.</summary>
    public AnnealMode Anneal { get; set; } = AnnealMode.Cosine;
}
