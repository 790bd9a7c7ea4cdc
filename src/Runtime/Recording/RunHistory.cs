using TrainSdk.Recording.History;
using TrainSdk.Settings;

namespace TrainSdk.Recording;

/// <summary>
/// All that a run folder tells of a run, for reports and advice. What a run does not have, because it is still going, was killed, or is of
/// an older version, is empty or null; nothing is computed here.
/// </summary>
internal sealed record RunHistory
{
    /// <summary>The folder.</summary>
    public required RunFolder Folder { get; init; }

    /// <summary>What the run was started with.</summary>
    public required RunConfig Config { get; init; }

    /// <summary>Whether it started from a file of weights.</summary>
    public bool IsPretrained { get; init; }

    /// <summary>How it ended; null while it is going, and where it was killed.</summary>
    public RunResult? Result { get; init; }

    /// <summary>Every optimizer step, the first first.</summary>
    public IReadOnlyList<StepRow> Steps { get; init; } = [];

    /// <summary>Every finished epoch, the first first.</summary>
    public IReadOnlyList<EpochHistory> Epochs { get; init; } = [];

    /// <summary>Every validation, those within epochs included; empty without a validation split.</summary>
    public IReadOnlyList<MeasuredRow> Validations { get; init; } = [];

    /// <summary>Layer by layer, the norms around the watched steps, in the order of the steps and within one of the layers.</summary>
    public IReadOnlyList<LayerRow> Layers { get; init; } = [];

    /// <summary>What happened that no training does by itself.</summary>
    public IReadOnlyList<EventRow> Events { get; init; } = [];

    /// <summary>A table for each split in which a <c>ConfusionMatrix</c> was measured.</summary>
    public IReadOnlyList<ConfusionCounts> Confusion { get; init; } = [];

    /// <summary>Single samples with the kept weights.</summary>
    public IReadOnlyList<SampleRow> Samples { get; init; } = [];

    /// <summary>Reads a folder.</summary>
    /// <exception cref="TrainException">A file cannot be read, was changed, or is of a later version.</exception>
    public static RunHistory Read(RunFolder folder)
    {
        var epochs = HistoryTables.Epochs(folder.Epochs);
        var validations = HistoryTables.Validations(folder.Validations);
        return new()
        {
            Folder = folder,
            Config = RunRecordFile.ReadConfig(folder),
            IsPretrained = File.Exists(folder.Pretrained),
            Result = RunRecordFile.ReadResult(folder),
            Steps = HistoryTables.Steps(folder.Steps),
            Epochs = epochs,
            Validations = validations.Count > 0 ? validations
                : [.. epochs.Select(static epoch => epoch.Validation).Where(static measured => !double.IsNaN(measured.Loss))],
            Layers = HistoryTables.Layers(folder.Layers),
            Events = HistoryTables.Events(folder.Events),
            Confusion = HistoryTables.Confusion(folder.Confusion),
            Samples = HistoryTables.Samples(folder.Samples),
        };
    }

    /// <summary>A setting's value by its name in JSON, such as <c>clipGradNorm</c>; null where the model has none of the name.</summary>
    public string? Text(string setting) => Config.Settings.GetValueOrDefault(setting)?.Value;

    /// <summary>A setting that is a plain number; null where the model has none of the name.</summary>
    public double? Number(string setting) => Text(setting) is { } text && NumberText.TryNumber(text, out var number) ? number : null;
}
