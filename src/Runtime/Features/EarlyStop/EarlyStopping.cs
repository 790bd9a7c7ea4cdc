using TrainSdk.Metrics;
using TrainSdk.State;

namespace TrainSdk;

/// <summary>Counts validations without an improvement, as Keras' <c>EarlyStopping</c> does.</summary>
/// <param name="patience">Validations without an improvement before training should end, at least 1.</param>
/// <param name="minDelta">How much better a validation must be than the best to count as an improvement.</param>
public sealed class EarlyStopping(int patience, double minDelta = 0) : IStateful
{
    private const string BestName = "best";
    private const string WaitedName = "waited";

    /// <summary>All that is remembered; set it to go on where another run stopped.</summary>
    public EarlyStopState State { get; set; } = EarlyStopState.Start;

    /// <summary>Takes a validation loss; true when training should end. NaN is never an improvement.</summary>
    public bool Update(double validationLoss) => Update(validationLoss, isHigherBetter: false);

    /// <summary>Takes a metric of a validation; true when training should end. NaN is never an improvement.</summary>
    public bool Update(MetricValue monitored) => Update(monitored.Value, monitored.IsHigherBetter);

    /// <summary>Takes a value of a validation; true when training should end. NaN is never an improvement.</summary>
    /// <param name="value">The value.</param>
    /// <param name="isHigherBetter">Whether a higher value is an improvement.</param>
    public bool Update(double value, bool isHigherBetter)
    {
        State = IsBetter(value, isHigherBetter) ? new EarlyStopState(value, 0) : State with { Waited = State.Waited + 1 };
        return State.Waited >= patience;
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        if (State.Best is { } best)
        {
            state.Add(BestName, best);
        }
        state.Add(WaitedName, State.Waited);
    }

    /// <inheritdoc/>
    public void Load(StateReader state) => State = new EarlyStopState(
        state.Has(BestName) ? state.Number(BestName) : null, (int)state.Whole(WaitedName));

    private bool IsBetter(double value, bool isHigherBetter) => isHigherBetter
        ? value > (State.Best ?? double.NegativeInfinity) + minDelta
        : value < (State.Best ?? double.PositiveInfinity) - minDelta;
}
