namespace TrainSdk.Recording;

/// <summary>What a sink is told of a run before its first step.</summary>
public sealed record RunOutline
{
    /// <summary>Name of the model class.</summary>
    public required string Model { get; init; }

    /// <summary>The run's folder; null where none is written.</summary>
    public RunFolder? Folder { get; init; }

    /// <summary>The effective settings as invariant text, by their name in JSON (<c>clipGradNorm</c>).</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Epochs of the whole run, which may stop before them.</summary>
    public required int Epochs { get; init; }

    /// <summary>Optimizer steps in one epoch.</summary>
    public required long StepsPerEpoch { get; init; }

    /// <summary>Numbers in the model that are trained.</summary>
    public required long Parameters { get; init; }

    /// <summary>Whether there is a validation split.</summary>
    public required bool HasValidation { get; init; }

    /// <summary>Where it is computed: <c>cpu</c>, <c>cuda:0</c>.</summary>
    public required string Device { get; init; }

    /// <summary>Optimizer steps that were taken before; 0 unless the run goes on.</summary>
    public long Step { get; init; }

    /// <summary>The epochs that were finished before, oldest first; empty unless the run goes on.</summary>
    public IReadOnlyList<EpochSummary> History { get; init; } = [];
}
