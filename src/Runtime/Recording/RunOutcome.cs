using TrainSdk.Metrics;

namespace TrainSdk.Recording;

/// <summary>What a sink is told of a run's end.</summary>
public sealed record RunOutcome
{
    /// <summary>Why it ended: the name of a <c>StopReason</c>, such as <c>Completed</c>.</summary>
    public required string StopReason { get; init; }

    /// <summary>Whether it is over: false where it diverged, and where it was interrupted and can be resumed.</summary>
    public required bool IsDone { get; init; }

    /// <summary>Optimizer steps that were taken.</summary>
    public required long Steps { get; init; }

    /// <summary>Epoch of the kept weights, from 0; null where no epoch was finished, and where they are an average over epochs.</summary>
    public required int? BestEpoch { get; init; }

    /// <summary>The validation split with the kept weights; null without one.</summary>
    public required Evaluation? Validation { get; init; }

    /// <summary>The test split with the kept weights; null without one, and where the run can be resumed.</summary>
    public required Evaluation? Test { get; init; }
}
