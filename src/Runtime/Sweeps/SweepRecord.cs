namespace TrainSdk.Sweeps;

/// <summary>A sweep: <c>sweep.json</c>, written anew after every trial.</summary>
internal sealed record SweepRecord
{
    /// <summary>Version of the file's form; properties are only added within one.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Version of the file's form.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>Start of the sweep, UTC.</summary>
    public required DateTimeOffset Started { get; init; }

    /// <summary>What was asked for.</summary>
    public required SweepDefinition Definition { get; init; }

    /// <summary>Trials that are planned; fewer than were asked for where there are no more combinations.</summary>
    public required int Planned { get; init; }

    /// <summary>The trials so far, in their order.</summary>
    public IReadOnlyList<TrialRecord> Trials { get; init; } = [];
}
