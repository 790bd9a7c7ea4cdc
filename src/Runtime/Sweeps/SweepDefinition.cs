using TrainSdk.Recording;

namespace TrainSdk.Sweeps;

/// <summary>What was asked for; the same command asks for the same, and goes on with a sweep that was stopped.</summary>
internal sealed record SweepDefinition
{
    /// <summary>Name of the model class.</summary>
    public required string Model { get; init; }

    /// <summary>The swept settings with their ranges and lists, by their name in JSON.</summary>
    public required IReadOnlyDictionary<string, string> Space { get; init; }

    /// <summary>The values of the others, by their name in JSON.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Whether every combination is tried; else they are drawn at random.</summary>
    public required bool Grid { get; init; }

    /// <summary>Most trials; null for all combinations of a grid.</summary>
    public required int? Trials { get; init; }

    /// <summary>Seed of the draws.</summary>
    public required long Seed { get; init; }

    /// <summary>Whether trials that fall behind are stopped.</summary>
    public required bool Prunes { get; init; }

    /// <summary>What trials are ranked by.</summary>
    public required string RankedBy { get; init; }

    /// <summary>Whether a higher value of it is the better one.</summary>
    public required bool HigherIsBetter { get; init; }

    /// <summary>Data that were given in place of the app's own; null for these.</summary>
    public RecordedData? Data { get; init; }
}
