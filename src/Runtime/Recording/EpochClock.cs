using TrainSdk.State;

namespace TrainSdk.Recording;

/// <summary>
/// How long an epoch has taken, and how much of it was training. A run that goes on after a stop counts on from there; the time in between
/// is not counted. Setting the computer's clock changes nothing.
/// </summary>
internal sealed class EpochClock : IStateful
{
    private const string ElapsedName = "elapsed_ticks";
    private const string TrainedName = "trained_ticks";
    private const string TrainingSinceName = "training_since_ticks";

    private readonly TimeProvider _time;
    private long _start;
    private TimeSpan _before;
    private TimeSpan _trained;
    private TimeSpan _trainingSince;

    public EpochClock(TimeProvider time)
    {
        _time = time;
        _start = time.GetTimestamp();
    }

    /// <summary>Since the epoch's start.</summary>
    public TimeSpan Elapsed => _before + _time.GetElapsedTime(_start);

    /// <summary>Training alone, up to its last pause.</summary>
    public TimeSpan Trained => _trained;

    /// <summary>Training pauses, for a validation.</summary>
    public void Pause() => _trained += Elapsed - _trainingSince;

    /// <summary>Training goes on.</summary>
    public void GoOn() => _trainingSince = Elapsed;

    /// <summary>Starts an epoch, with training.</summary>
    public void Restart()
    {
        _start = _time.GetTimestamp();
        _before = _trained = _trainingSince = TimeSpan.Zero;
    }

    /// <inheritdoc/>
    public void Save(StateWriter state)
    {
        state.Add(ElapsedName, Elapsed.Ticks);
        state.Add(TrainedName, _trained.Ticks);
        state.Add(TrainingSinceName, _trainingSince.Ticks);
    }

    /// <inheritdoc/>
    public void Load(StateReader state)
    {
        Restart();
        _before = new TimeSpan(state.Whole(ElapsedName));
        _trained = new TimeSpan(state.Whole(TrainedName));
        _trainingSince = new TimeSpan(state.Whole(TrainingSinceName));
    }
}
