namespace TrainSdk;

/// <summary>How much of a schedule is over.</summary>
public static class ScheduleProgress
{
    /// <summary>
    /// The share of the steps from <paramref name="start"/> to <paramref name="end"/> that lies before <paramref name="step"/>, 0 to 1.
    /// </summary>
    /// <param name="step">Optimizer step from 0.</param>
    /// <param name="start">First step of the schedule: the warmup's length.</param>
    /// <param name="end">Steps of the whole run.</param>
    public static double Of(long step, long start, long end) => step >= end ? 1.0 : (double)(step - start) / (end - start);

    /// <summary>The steps from <paramref name="start"/> to <paramref name="step"/>; a step after the end counts as the end.</summary>
    /// <param name="step">Optimizer step from 0.</param>
    /// <param name="start">First step of the schedule: the warmup's length.</param>
    /// <param name="end">Steps of the whole run.</param>
    public static long Steps(long step, long start, long end) => Math.Min(step, end) - start;
}
