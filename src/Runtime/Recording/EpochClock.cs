using TrainSdk.State;

namespace TrainSdk.Recording;

/// <summary>
/// How long an epoch has taken, and what for. A run that goes on after a stop counts on from there; the time in between is not counted.
/// Setting the computer's clock changes nothing.
/// </summary>
internal sealed class EpochClock : IStateful
{
    private const string StepsName = "epoch_steps";
    private const string TimedStepsName = "timed_steps";

    // What versions without phases have saved.
    private const string ElapsedName = "elapsed_ticks";
    private const string TrainedName = "trained_ticks";
    private const string TrainingSinceName = "training_since_ticks";

    private static readonly Phase[] Phases = Enum.GetValues<Phase>();

    private readonly TimeProvider _time;
    private readonly TimeSpan[] _spent = new TimeSpan[Phases.Length];
    private Phase _phase;
    private long _since;
    private long _steps;
    private long _timedSteps;

    public EpochClock(TimeProvider time)
    {
        _time = time;
        _since = time.GetTimestamp();
    }

    /// <summary>Gives how long batches were waited for since it was asked last; null where nobody knows.</summary>
    public Func<TimeSpan>? TakeWaited { get; set; }

    /// <summary>Since the epoch's start.</summary>
    public TimeSpan Elapsed
    {
        get
        {
            Enter(_phase);
            return _spent.Aggregate(static (sum, spent) => sum + spent);
        }
    }

    /// <summary>All but validations.</summary>
    public TimeSpan Trained => Elapsed - _spent[(int)Phase.Validation];

    /// <summary>What the time since the epoch's start went into.</summary>
    public EpochTimes Times
    {
        get
        {
            var trained = Trained.TotalSeconds;
            var all = _steps == _timedSteps ? 1 : _timedSteps == 0 ? double.NaN : (double)_steps / _timedSteps;
            var (forward, backward, optimizer) =
                (Seconds(Phase.Forward) * all, Seconds(Phase.Backward) * all, Seconds(Phase.Optimizer) * all);
            return new EpochTimes(
                Math.Min(Seconds(Phase.Data), Math.Max(0, trained - forward - backward - optimizer)),
                forward, backward, optimizer, Seconds(Phase.Validation), Seconds(Phase.Checkpoint));
        }
    }

    /// <summary>Says what comes now.</summary>
    /// <returns>What it was until now.</returns>
    public Phase Enter(Phase phase)
    {
        var now = _time.GetTimestamp();
        var waited = TakeWaited?.Invoke() ?? TimeSpan.Zero;
        _spent[(int)_phase] += _time.GetElapsedTime(_since, now) - waited;
        _spent[(int)Phase.Data] += waited;
        _since = now;
        var before = _phase;
        _phase = phase;
        return before;
    }

    /// <summary>A step is over.</summary>
    /// <param name="isTimed">Whether its parts were entered; what they take in the others is reckoned from those that were.</param>
    public void StepDone(bool isTimed)
    {
        _steps++;
        _timedSteps += isTimed ? 1 : 0;
    }

    /// <summary>Starts an epoch.</summary>
    public void Restart()
    {
        Enter(Phase.Other);
        Array.Clear(_spent);
        _steps = _timedSteps = 0;
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        Enter(_phase);
        foreach (var phase in Phases)
        {
            state.Add(NameOf(phase), _spent[(int)phase].Ticks);
        }
        state.Add(StepsName, _steps);
        state.Add(TimedStepsName, _timedSteps);
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        Restart();
        if (state.Has(ElapsedName))
        {
            var elapsed = state.Whole(ElapsedName);
            var trained = state.Whole(TrainedName) + elapsed - state.Whole(TrainingSinceName);
            _spent[(int)Phase.Other] = new TimeSpan(trained);
            _spent[(int)Phase.Validation] = new TimeSpan(elapsed - trained);
            return;
        }
        foreach (var phase in Phases)
        {
            _spent[(int)phase] = new TimeSpan(state.Whole(NameOf(phase)));
        }
        (_steps, _timedSteps) = (state.Whole(StepsName), state.Whole(TimedStepsName));
    }

    private static string NameOf(Phase phase) => $"{phase.ToString().ToLowerInvariant()}_ticks";

    private double Seconds(Phase phase) => _spent[(int)phase].TotalSeconds;
}
