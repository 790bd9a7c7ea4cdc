using TrainSdk.Files;
using TrainSdk.Metrics;

namespace TrainSdk.Recording.TensorBoard;

/// <summary>
/// <c>events.out.tfevents.*</c>: what the tables hold, for TensorBoard. Every number has the time at which it came to be. A killed run has
/// what was written, and one that goes on drops what came after its checkpoint.
/// </summary>
internal sealed class EventFile
{
    /// <summary>What the names of event files begin with.</summary>
    public const string Prefix = "events.out.tfevents.";

    private readonly RecordLog _log;
    private readonly TimeProvider _time;

    private EventFile(RecordLog log, TimeProvider time)
    {
        _log = log;
        _time = time;
    }

    /// <summary>The file under it.</summary>
    public RecordLog Log => _log;

    /// <summary>A name that no other process and no earlier run uses.</summary>
    public static string NameAt(DateTimeOffset time) =>
        FormattableString.Invariant($"{Prefix}{time.ToUnixTimeSeconds()}.{Environment.MachineName}.{Environment.ProcessId}");

    /// <exception cref="TrainException">It cannot be written.</exception>
    public static EventFile Begin(IFileSystem files, string path, TimeProvider time)
    {
        var file = new EventFile(RecordLog.Begin(files, path), time);
        file.Write([EventMessage.Head(file.Now)]);
        return file;
    }

    /// <exception cref="TrainException">It is shorter than at the checkpoint, or cannot be written.</exception>
    public static EventFile GoOn(IFileSystem files, string path, long length, TimeProvider time) =>
        new(RecordLog.GoOn(files, path, length), time);

    public void Start(IEnumerable<KeyValuePair<string, string>> settings) => Write([SettingsMessage.Start(Now, settings)]);

    public void End(bool isDone) => Write([SettingsMessage.End(Now, isDone)]);

    public void Add(IReadOnlyList<StepRecord> steps) => Write(steps.Select(static step => EventMessage.Scalars(
        Seconds(step.Time), step.Step,
        [("train/loss", step.Loss), ("train/lr", step.Lr), ("train/grad_norm", step.GradNorm)])));

    public void AddEpoch(EpochSummary summary) => Write([EventMessage.Scalars(Now, summary.Step,
    [
        .. Scalars("train", summary.Train, hasLoss: false), .. Scalars("val", summary.Validation, hasLoss: true),
        ("time/epoch_seconds", summary.Seconds), ("time/samples_per_second", summary.SamplesPerSecond),
    ])]);

    /// <summary>A validation within an epoch.</summary>
    public void AddValidation(EpochSummary summary) =>
        Write([EventMessage.Scalars(Now, summary.Step, Scalars("val", summary.Validation, hasLoss: true))]);

    /// <summary>How the weights of each parameter are spread.</summary>
    public void AddWeights(long step, IReadOnlyList<(string Name, Histogram Spread)> weights) =>
        Write(weights.Select(weight => EventMessage.OfHistogram(Now, step, $"weights/{weight.Name}", weight.Spread)));

    /// <summary>A picture.</summary>
    public void AddPicture(string tag, byte[] png, int width, int height, int channels) =>
        Write([EventMessage.OfImage(Now, 0, tag, png, width, height, channels)]);

    private double Now => Seconds(_time.GetUtcNow());

    // Step by step the training loss is there already; a split that is not there has no numbers.
    private static IEnumerable<(string Tag, double Value)> Scalars(string split, Evaluation evaluation, bool hasLoss) =>
    [
        .. hasLoss && !evaluation.Equals(Evaluation.None) ? [($"{split}/loss", evaluation.Loss)] : Array.Empty<(string, double)>(),
        .. evaluation.Metrics.Select(metric => ($"{split}/{metric.Name}", metric.Value)),
    ];

    private static double Seconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).TotalSeconds;

    private void Write(IEnumerable<ProtoWriter> messages)
    {
        using var bytes = new MemoryStream();
        foreach (var message in messages)
        {
            EventFraming.Add(bytes, message);
        }
        _log.Write(bytes.ToArray());
    }
}
