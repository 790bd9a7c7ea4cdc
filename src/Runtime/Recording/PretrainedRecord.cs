namespace TrainSdk.Recording;

/// <summary>The files of weights that a run started from: <c>pretrained.json</c>, absent where there were none.</summary>
internal sealed record PretrainedRecord
{
    /// <summary>Version of the file's form; properties are only added within one.</summary>
    public const int CurrentSchema = 1;

    /// <summary>Version of the file's form.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>What became of each file.</summary>
    public required IReadOnlyList<PretrainedReport> Files { get; init; }
}
