using TrainSdk.Metrics;
using TrainSdk.State;

namespace TrainSdk;

/// <summary>
/// Lowers a factor on the learning rate when validation stops improving, by the rules of PyTorch's <c>ReduceLROnPlateau</c>: a validation
/// after <c>patience</c> bad ones that is bad too lowers the rate, then <c>cooldown</c> validations are not counted. NaN is never an
/// improvement.
/// </summary>
/// <param name="lr">The rate that the factor is applied to, at its highest; it gives <paramref name="minLr"/> its meaning.</param>
/// <param name="patience">Validations without an improvement that are tolerated, 0 or more.</param>
/// <param name="factor">What the rate is multiplied by, above 0 and below 1.</param>
/// <param name="threshold">How much better a validation must be, 0 or more.</param>
/// <param name="thresholdMode">What <paramref name="threshold"/> is measured in.</param>
/// <param name="cooldown">Validations after a reduction that are not counted, 0 or more.</param>
/// <param name="minLr">Lowest rate, 0 or more.</param>
public sealed class LrPlateau(
    double lr,
    int patience,
    double factor = 0.1,
    double threshold = 1e-4,
    ThresholdMode thresholdMode = ThresholdMode.Relative,
    int cooldown = 0,
    double minLr = 0) : IStateful
{
    private const string FactorName = "factor";
    private const string BestName = "best";
    private const string BadName = "num_bad_epochs";
    private const string CooldownName = "cooldown_counter";

    // PyTorch's eps: a smaller change of the rate is not made.
    private const double SmallestChange = 1e-8;

    /// <summary>What the schedule's rate is multiplied by: 1 before the first reduction.</summary>
    public double Factor => State.Factor;

    /// <summary>All that is remembered; set it to go on where another run stopped.</summary>
    public PlateauState State { get; set; } = PlateauState.Start;

    /// <summary>Takes a validation loss.</summary>
    public void Update(double validationLoss) => Update(validationLoss, isHigherBetter: false);

    /// <summary>Takes a metric of a validation.</summary>
    public void Update(MetricValue monitored) => Update(monitored.Value, monitored.IsHigherBetter);

    /// <summary>Takes a value of a validation.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isHigherBetter">Whether a higher value is an improvement.</param>
    public void Update(double value, bool isHigherBetter)
    {
        var isBetter = IsBetter(value, State.Best ?? (isHigherBetter ? double.NegativeInfinity : double.PositiveInfinity), isHigherBetter);
        var bad = isBetter || State.Cooldown > 0 ? 0 : State.BadValidations + 1;
        var isTooLong = bad > patience;
        State = new PlateauState(
            isTooLong ? Lowered(State.Factor) : State.Factor,
            isBetter ? value : State.Best,
            isTooLong ? 0 : bad,
            isTooLong ? cooldown : Math.Max(State.Cooldown - 1, 0));
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        state.Add(FactorName, State.Factor);
        if (State.Best is { } best)
        {
            state.Add(BestName, best);
        }
        state.Add(BadName, State.BadValidations);
        state.Add(CooldownName, State.Cooldown);
    }

    /// <inheritdoc/>
    public void Load(StateReader state) => State = new PlateauState(
        state.Number(FactorName),
        state.Has(BestName) ? state.Number(BestName) : null,
        (int)state.Whole(BadName),
        (int)state.Whole(CooldownName));

    private bool IsBetter(double value, double best, bool isHigherBetter) => (isHigherBetter, thresholdMode) switch
    {
        (false, ThresholdMode.Relative) => value < best * (1 - threshold),
        (false, _) => value < best - threshold,
        (true, ThresholdMode.Relative) => value > best * (1 + threshold),
        (true, _) => value > best + threshold,
    };

    private double Lowered(double present)
    {
        var lowered = Math.Max(present * factor, minLr / lr);
        return lr * (present - lowered) > SmallestChange ? lowered : present;
    }
}
