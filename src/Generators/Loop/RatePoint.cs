namespace TrainSdk.Generators.Loop;

/// <summary>A step of a run whose schedule is drawn.</summary>
/// <param name="Step">The optimizer step that the schedule is asked for.</param>
/// <param name="StepsPerEpoch">Optimizer steps in one epoch.</param>
/// <param name="TotalSteps">Optimizer steps of the run.</param>
internal sealed record RatePoint(long Step, long StepsPerEpoch, long TotalSteps)
{
    /// <summary>The step as the run has it, where the schedule is asked for another.</summary>
    public long RunStep { get; init; } = Step;

    /// <summary>Where annealing begins.</summary>
    public long AnnealingStart { get; init; }

    /// <summary>Whether annealing has not begun.</summary>
    public bool IsRising => Step < AnnealingStart;

    /// <summary>The share of the annealing that is done; 0 before it.</summary>
    public double Done => IsRising ? 0 : ScheduleProgress.Of(Step, AnnealingStart, TotalSteps);

    /// <summary>Steps of annealing that are done; 0 before it.</summary>
    public long Steps => IsRising ? 0 : ScheduleProgress.Steps(Step, AnnealingStart, TotalSteps);
}
