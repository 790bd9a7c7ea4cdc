using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Files;
using TrainSdk.Inspection;
using TrainSdk.Optim;
using TrainSdk.Precision;
using TrainSdk.Recording;
using TrainSdk.Recording.Sinks;
using TrainSdk.Settings;
using static TorchSharp.torch;

namespace TrainSdk.Training;

/// <summary>What a run is made of, after everything was checked.</summary>
/// <param name="Data">The splits.</param>
/// <param name="Parameters">What is trained, on the device.</param>
/// <param name="Batches">The training split in batches.</param>
/// <param name="Accumulate">Batches per optimizer step.</param>
/// <param name="Seed">Seed of shuffling and dropout.</param>
/// <param name="Device">Where it is computed.</param>
/// <param name="Precision">The number type of matrix products.</param>
/// <param name="Options">What the caller says.</param>
internal sealed record RunSetup(
    DataSplits Data,
    TrainableParameters Parameters,
    BatchLoader Batches,
    int Accumulate,
    long Seed,
    Device Device,
    MixedPrecision Precision,
    RunOptions Options) : IDisposable
{
    /// <summary>The folder; null where none is written.</summary>
    public RunFolder? Folder { get; init; }

    /// <summary>What <c>config.json</c> says; null without a folder.</summary>
    public RunConfig? Config { get; init; }

    /// <summary>Name of the model class.</summary>
    public required string Model { get; init; }

    /// <summary>The effective settings as invariant text, by name.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Fingerprints of the data; empty without a folder.</summary>
    public IReadOnlyDictionary<string, string> Fingerprint { get; init; } = new Dictionary<string, string>();

    /// <summary>The run that goes on; null for a new one.</summary>
    public ResumedRun? Resumed { get; init; }

    /// <summary>Keeps other processes out of the folder; null without one.</summary>
    public RunLock? Lock { get; init; }

    /// <summary>Optimizer steps in one epoch.</summary>
    public long StepsPerEpoch => BatchBounds.Steps(Batches.BatchesPerEpoch, Accumulate);

    /// <summary>The recorder of a new run; that of a resumed one has no files before these are cut to the checkpoint.</summary>
    public Recorder NewRecorder(nn.Module model)
    {
        var recorder = new Recorder(Resumed is null ? Folder : null, Device, Options.Progress, Precision.NeedsScaler)
        {
            StepProgress = Options.StepProgress,
            Parameters = Folder is null ? null : Parameters,
            Sinks = new RunSinks([new MeterSink(), .. Loggers, .. Options.Sinks], Options.Logger),
        };
        recorder.Files?.WriteStart(Config!.Settings);
        recorder.Clock.TakeWaited = Batches.TakeWaited;
        recorder.Watch = new StepWatch(recorder, model, Device);
        return recorder;
    }

    /// <summary>Shows in the files of a new run what it is trained on.</summary>
    public void ShowSamples(Recorder recorder)
    {
        if (recorder.Files is { } files && SampleGrid.Of(Data.Train, Data.Encoding.Mean, Batches.Augmentations, Seed) is { } grid)
        {
            files.WriteSamples(grid.Png, grid.Width, grid.Height, grid.Channels);
        }
    }

    /// <summary>What sinks are told of the run where it stands.</summary>
    public RunOutline OutlineAt(Recorder recorder) => new()
    {
        Model = Model,
        Folder = Folder,
        Settings = Settings.ToDictionary(static value => SettingName.Json(value.Key), static value => value.Value),
        Epochs = NumberText.TryInteger(Settings.GetValueOrDefault("Epochs", ""), out var epochs) ? (int)epochs : 0,
        StepsPerEpoch = StepsPerEpoch,
        Parameters = Parameters.Values.Sum(static parameter => parameter.numel()),
        HasValidation = Data.Validation is not null,
        Device = Device.ToString(),
        Step = recorder.Steps,
        History = [.. recorder.History],
    };

    /// <inheritdoc/>
    public void Dispose()
    {
        Resumed?.Dispose();
        Lock?.Dispose();
        Batches.Dispose();
    }

    private IEnumerable<IRunSink> Loggers => Options.Logger is { } logger ? [new LogSink(logger)] : [];
}
