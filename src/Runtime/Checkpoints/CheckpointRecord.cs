namespace TrainSdk.Checkpoints;

/// <summary>What a checkpoint says of the run beside its tensors; JSON in the file's metadata.</summary>
internal sealed record CheckpointRecord
{
    /// <summary>Version of the record's form; properties are only added within one.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Version of the record's form.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>The epoch that the loop is in, from 0; the number of epochs at the end of the run.</summary>
    public required int Epoch { get; init; }

    /// <summary>Optimizer steps done since the start of the run. At an epoch's last step its validation is still to do.</summary>
    public required long Step { get; init; }

    /// <summary>Why the run ends there, the name of a <c>StopReason</c>; null where it goes on.</summary>
    public string? Stop { get; init; }

    /// <summary>Optimizer steps in one epoch.</summary>
    public required long StepsPerEpoch { get; init; }

    /// <summary>What the loop keeps, by the attribute it comes from, in the loop's order.</summary>
    public required IReadOnlyList<string> Parts { get; init; }

    /// <summary>The numbers and words of the parts, by their full names.</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }

    /// <summary>Bytes of each record file that belong to the run up to here, by the file's name.</summary>
    public required IReadOnlyDictionary<string, long> RecordLengths { get; init; }

    /// <summary>Fingerprints of the data, by what they are of.</summary>
    public required IReadOnlyDictionary<string, string> Data { get; init; }

    /// <summary>Whether a tensor of this name belongs to one of the parts, and not to the model.</summary>
    public bool IsOfPart(string name) => name.IndexOf('/') is > 0 and var end && Parts.Contains(name[..end]);
}
