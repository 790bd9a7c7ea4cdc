namespace TrainSdk.Terminal;

/// <summary>
/// How long a run will still take, by the pace of the last one to two epochs, validations and checkpoints included; of the first epoch by
/// the pace so far.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="step">Steps that were taken before.</param>
internal sealed class TimeLeft(TimeProvider time, long step)
{
    private (long Time, long Step) _from = (time.GetTimestamp(), step);
    private (long Time, long Step) _epoch = (time.GetTimestamp(), step);

    /// <summary>Takes the end of an epoch.</summary>
    public void Epoch(long steps)
    {
        _from = _epoch;
        _epoch = (time.GetTimestamp(), steps);
    }

    /// <summary>Steps per second; 0 before the first.</summary>
    public double Pace(long steps) => time.GetElapsedTime(_from.Time) is { Ticks: > 0 } elapsed && steps > _from.Step
        ? (steps - _from.Step) / elapsed.TotalSeconds
        : 0;

    /// <summary>The time until a step; null while nothing is known.</summary>
    public TimeSpan? Until(long target, long steps) => Pace(steps) is > 0 and var pace && (target - steps) / pace is var seconds and < 1e9
        ? TimeSpan.FromSeconds(Math.Max(seconds, 0))
        : null;
}
