using TrainSdk.Recording;

namespace TrainSdk.Sweeps;

/// <summary>Follows a trial, and stops it where it falls behind the others.</summary>
/// <param name="objective">What trials are ranked by.</param>
/// <param name="rule">Says whether it falls behind; null for never.</param>
/// <param name="stop">Stops it.</param>
internal sealed class TrialWatch(Objective objective, MedianStopping? rule, Action stop) : IRunSink
{
    private readonly SortedDictionary<int, double> _values = [];

    /// <summary>Whether it was stopped.</summary>
    public bool HasStopped { get; private set; }

    // A process that was killed after the epoch that decided has to decide it again.
    public void Start(RunOutline run)
    {
        foreach (var epoch in run.History)
        {
            _values[epoch.Epoch] = objective.ValueOf(epoch.Validation);
        }
        Judge();
    }

    public void Epoch(EpochSummary epoch)
    {
        foreach (var undone in _values.Keys.Where(key => key > epoch.Epoch).ToArray())
        {
            _values.Remove(undone);
        }
        _values[epoch.Epoch] = objective.ValueOf(epoch.Validation);
        Judge();
    }

    private void Judge()
    {
        if (rule?.Stops(_values.Values) == true)
        {
            HasStopped = true;
            stop();
        }
    }
}
