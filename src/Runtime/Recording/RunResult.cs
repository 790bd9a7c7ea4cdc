namespace TrainSdk.Recording;

/// <summary>How a run ended: <c>result.json</c>, written once at the end. A run without it was killed, or is still going.</summary>
internal sealed record RunResult
{
    /// <summary>Version of the file's form; properties are only added within one.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Version of the file's form.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Why it ended, the name of a <c>StopReason</c>.</summary>
    public required string StopReason { get; init; }

    /// <summary>End of the run, UTC.</summary>
    public required DateTimeOffset Finished { get; init; }

    /// <summary>Epochs that were finished.</summary>
    public required int Epochs { get; init; }

    /// <summary>Optimizer steps that were taken.</summary>
    public required long Steps { get; init; }

    /// <summary>Epoch of the kept weights, from 0; null where none was finished.</summary>
    public required int? BestEpoch { get; init; }

    /// <summary>Validation split with the kept weights; null without one.</summary>
    public required RecordedEvaluation? Validation { get; init; }

    /// <summary>Test split with the kept weights; null without one.</summary>
    public required RecordedEvaluation? Test { get; init; }

    /// <summary>Where training broke down, in one line; null where it did not.</summary>
    public string? Divergence { get; init; }
}
