using Microsoft.Extensions.Logging;
using TrainSdk.Metrics;

namespace TrainSdk.Recording.Sinks;

/// <summary>
/// Logs a run's start, its epochs and its end at the level <c>Information</c>, its validations within epochs at <c>Debug</c>. Loggers that
/// keep structure get each number under the name of its column in <c>epochs.csv</c>.
/// </summary>
internal sealed class LogSink(ILogger logger) : IRunSink
{
    /// <summary>The event of the start.</summary>
    public static readonly EventId RunStarted = new(1, "TrainSdkRunStarted");

    /// <summary>The event of an epoch's end.</summary>
    public static readonly EventId EpochEnded = new(2, "TrainSdkEpochEnded");

    /// <summary>The event of a validation within an epoch.</summary>
    public static readonly EventId Validated = new(3, "TrainSdkValidated");

    /// <summary>The event of the end.</summary>
    public static readonly EventId RunEnded = new(4, "TrainSdkRunEnded");

    /// <summary>Whether an event is one of a run that goes well, so that a logger which shows progress itself need not repeat it.</summary>
    public static bool IsProgress(EventId id) => id == RunStarted || id == EpochEnded || id == Validated || id == RunEnded;

    public void Start(RunOutline run) => Log(LogLevel.Information, RunStarted, new LogLine("run started:")
        .Add("model", run.Model).Add("parameters", run.Parameters).Add("device", run.Device).Add("epochs", run.Epochs)
        .Add("steps_per_epoch", run.StepsPerEpoch).Add("step", run.Step).Add("folder", run.Folder?.Path));

    public void Validation(EpochSummary epoch) => Log(LogLevel.Debug, Validated, new LogLine("validated:")
        .Add("epoch", epoch.Epoch).Add("step", epoch.Step).Add("val", epoch.Validation));

    public void Epoch(EpochSummary epoch) => Log(LogLevel.Information, EpochEnded, new LogLine("epoch ended:")
        .Add("epoch", epoch.Epoch).Add("step", epoch.Step).Add("lr", epoch.Lr)
        .Add("train", epoch.Train).Add("val", epoch.Validation).Add("grad_norm", epoch.GradNorm)
        .Add("seconds", epoch.Seconds).Add("samples_per_second", epoch.SamplesPerSecond));

    public void End(RunOutcome outcome) => Log(LogLevel.Information, RunEnded, new LogLine("run ended:")
        .Add("reason", outcome.StopReason).Add("steps", outcome.Steps).Add("best_epoch", outcome.BestEpoch)
        .Add("val", outcome.Validation ?? Evaluation.None).Add("test", outcome.Test ?? Evaluation.None));

    private void Log(LogLevel level, EventId id, LogLine line) =>
        logger.Log(level, id, line, exception: null, static (line, _) => line.ToString());
}
