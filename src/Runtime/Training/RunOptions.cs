using Microsoft.Extensions.Logging;
using TrainSdk.Files;
using TrainSdk.Recording;

namespace TrainSdk.Training;

/// <summary>Facts about the machine and the caller; nothing here changes what is learned.</summary>
public sealed record RunOptions
{
    /// <summary>
    /// Where to compute: <c>auto</c> (CUDA where it works, else the CPU), <c>cpu</c>, <c>cuda</c> or <c>cuda:1</c>; default <c>auto</c>.
    /// </summary>
    public string Device { get; init; } = "auto";

    /// <summary>Threads within one operation on the CPU; null leaves libtorch's choice. Process-wide.</summary>
    public int? Threads { get; init; }

    /// <summary>
    /// Threads that read, change and normalise samples beside the training step; 0 does so on the training thread. Null takes one per core,
    /// up to eight. Batches are the same with any number. Process-wide.
    /// </summary>
    public int? Workers { get; init; }

    /// <summary>Folder for this run's files; null makes <c>runs/&lt;UTC time&gt;-&lt;name&gt;</c> in the working directory.</summary>
    public string? RunDirectory { get; init; }

    /// <summary>Whether to write a run folder at all; default true. Without it the result has no folder.</summary>
    public bool WriteRunFolder { get; init; } = true;

    /// <summary>
    /// A run folder, or <c>latest</c>, to go on with in place of a new run; <c>MyModel.Resume</c> sets it, with the settings of that run.
    /// </summary>
    public string? Resume { get; init; }

    /// <summary>
    /// Longest time between two checkpoints within an epoch; default a minute. There is one before the first step and at each epoch's end
    /// too.
    /// </summary>
    public TimeSpan CheckpointEvery { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>
    /// Keeps the weights of so many of the best validations, by what decides on the best epoch, as
    /// <c>checkpoints/epoch-&lt;epoch&gt;-step-&lt;step&gt;.safetensors</c>; default 0, for none but <c>best.safetensors</c>. They are
    /// written while training waits.
    /// </summary>
    public int KeepBest { get; init; }

    /// <summary>Keeps the weights at the end of one in so many epochs, beside <see cref="KeepBest"/>; default 0 for none.</summary>
    public int KeepEvery { get; init; }

    /// <summary>Saves, and ends the run after this time; null for no limit. Data and startup before the run do not count.</summary>
    public TimeSpan? MaxTime { get; init; }

    /// <summary>Told of every epoch, on the training thread.</summary>
    public IProgress<EpochSummary>? Progress { get; init; }

    /// <summary>
    /// Told of every step, on the training thread, in their order. The numbers come up to 128 steps or a second after the step, and at
    /// the latest at the end of the epoch: no step waits for the device because of it.
    /// </summary>
    public IProgress<StepRecord>? StepProgress { get; init; }

    /// <summary>Told of all that the run records, on the training thread; see <see cref="IRunSink"/>.</summary>
    public IReadOnlyList<IRunSink> Sinks { get; init; } = [];

    /// <summary>
    /// Takes warnings, such as a warmup longer than the run; at the level <c>Information</c> the run's start, its epochs and its end.
    /// </summary>
    public ILogger? Logger { get; init; }

    /// <summary>Data that a command line gave in place of the app's own; recorded in <c>config.json</c>.</summary>
    internal RecordedData? Data { get; init; }

    /// <summary>What writes the files of a new run, so that tests see what a failing disk does.</summary>
    internal IFileSystem Files { get; init; } = LocalFileSystem.Instance;

    /// <summary>Accepts float16 on the CPU, so that tests see without a GPU what a GPU does.</summary>
    internal bool AllowsHalfOnCpu { get; init; }

    /// <summary>Where each value that is not the attribute's comes from, by setting; recorded in <c>config.json</c>.</summary>
    public IReadOnlyDictionary<string, string> Origins { get; init; } = new Dictionary<string, string>();
}
