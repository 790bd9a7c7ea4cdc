using System.Text.Json.Serialization;
using TrainSdk.Recording;

namespace TrainSdk.Sweeps;

/// <summary>What one trial came to.</summary>
internal sealed record TrialRecord
{
    /// <summary>Number of the trial, from 1.</summary>
    public required int Trial { get; init; }

    /// <summary>Place among all trials, from 1; null where it was interrupted.</summary>
    public int? Rank { get; init; }

    /// <summary>The swept settings.</summary>
    public required IReadOnlyList<SweptValue> Settings { get; init; }

    /// <summary>How it stands.</summary>
    public required TrialState State { get; init; }

    /// <summary>What it is ranked by, on the validation split with the kept weights; NaN where there is none.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>The validation split with the kept weights; null where there are none.</summary>
    public RecordedEvaluation? Validation { get; init; }

    /// <summary>Epoch of the kept weights, from 0; null where there is none.</summary>
    public int? BestEpoch { get; init; }

    /// <summary>Epochs that were finished.</summary>
    public int Epochs { get; init; }

    /// <summary>Seconds that these took.</summary>
    public double Seconds { get; init; }

    /// <summary>Its run folder within the sweep's folder.</summary>
    public required string Run { get; init; }

    /// <summary>Why it diverged or failed; null where it did not.</summary>
    public string? Problem { get; init; }

    /// <summary>Whether it is not trained again where the sweep goes on.</summary>
    [JsonIgnore]
    public bool IsFinal => State is not (TrialState.Failed or TrialState.Interrupted);

    /// <summary>Whether it was trained to an end of its own, so that others are measured by it.</summary>
    [JsonIgnore]
    public bool IsWhole => State is TrialState.Completed or TrialState.EarlyStopped;
}
