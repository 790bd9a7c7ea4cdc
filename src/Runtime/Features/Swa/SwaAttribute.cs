namespace TrainSdk;

/// <summary>
/// Stochastic weight averaging (Izmailov et al., 2018): from an epoch on, the learning rate goes over to a constant, and the weights at the
/// end of each epoch are averaged, all alike. The finished model is the average, with the statistics of its BatchNorm layers computed anew
/// over the training data; it is not replaced by the weights of the best epoch. Start after 75 % of the run, with a rate between the first
/// and the last one of the schedule.
/// </summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SwaAttribute : Attribute
{
    /// <summary>Averaging over the last quarter of the run, or from <see cref="Steps"/> or <see cref="Fraction"/> on.</summary>
    public SwaAttribute()
    {
    }

    /// <summary>Averaging after a number of epochs.</summary>
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
