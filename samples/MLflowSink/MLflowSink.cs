using System.Threading.Channels;
using TrainSdk.Metrics;
using TrainSdk.Recording;

/// <summary>
/// Sends a run to an MLflow server: its settings as parameters, its numbers as metrics, the names those of the tables in the run folder.
/// Training waits for the server when the run starts and when it ends; in between requests are sent by a thread of the sink's own.
/// </summary>
/// <param name="server">The server's address.</param>
/// <param name="experiment">The experiment that runs are put into; made where there is none of that name.</param>
public sealed class MLflowSink(Uri server, string experiment) : IRunSink, IDisposable
{
    private const string IdFile = "mlflow.txt";
    private const int Forgiven = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly MLflowClient _client = new(server);
    private Channel<IReadOnlyList<MLflowMetric>> _queue = Channel.CreateUnbounded<IReadOnlyList<MLflowMetric>>();
    private Task _sending = Task.CompletedTask;
    private string? _run;

    /// <summary>Makes a run on the server; a run of ours that goes on goes on there too.</summary>
    public void Start(RunOutline run)
    {
        var file = run.Folder is null ? null : Path.Combine(run.Folder.Path, IdFile);
        _run = Wait(run.Step > 0 && File.Exists(file) ? GoOn(File.ReadAllText(file)) : Begin(run));
        if (file is not null)
        {
            File.WriteAllText(file, _run);
        }
        _queue = Channel.CreateBounded<IReadOnlyList<MLflowMetric>>(Forgiven);
        _sending = Task.Run(() => Send(_run, _queue.Reader));
    }

    public void Steps(IReadOnlyList<StepRecord> steps) => Post([.. steps.SelectMany(static step => (MLflowMetric[])
    [
        new("loss", step.Loss, step.Time.ToUnixTimeMilliseconds(), step.Step),
        new("lr", step.Lr, step.Time.ToUnixTimeMilliseconds(), step.Step),
        new("grad_norm", step.GradNorm, step.Time.ToUnixTimeMilliseconds(), step.Step),
    ])]);

    public void Validation(EpochSummary epoch) => Post(Metrics("val", epoch.Validation, epoch.Step));

    public void Epoch(EpochSummary epoch) => Post(
    [
        .. Metrics("train", epoch.Train, epoch.Step), .. Metrics("val", epoch.Validation, epoch.Step),
        new("samples_per_second", epoch.SamplesPerSecond, Now, epoch.Step),
    ]);

    public void End(RunOutcome outcome)
    {
        if (outcome.Test is { } test)
        {
            Post(Metrics("test", test, outcome.Steps));
        }
        Close(outcome.IsDone ? MLflowStatus.Finished : outcome.StopReason == "Diverged" ? MLflowStatus.Failed : MLflowStatus.Killed);
    }

    /// <summary>Ends a run on the server that has ended here by an exception.</summary>
    public void Dispose()
    {
        try
        {
            if (_run is not null)
            {
                Close(MLflowStatus.Failed);
            }
        }
        catch (Exception failure) when (failure is HttpRequestException or TimeoutException or OperationCanceledException)
        {
            Console.Error.WriteLine($"warning: MLflow was not told of the end: {failure.Message}");
        }
        _client.Dispose();
    }

    private static long Now => DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();

    private static IReadOnlyList<MLflowMetric> Metrics(string split, Evaluation evaluation, long step) => evaluation.Equals(Evaluation.None)
        ? []
        : [
            new($"{split}_loss", evaluation.Loss, Now, step),
            .. evaluation.Metrics.Select(metric => new MLflowMetric($"{split}_{metric.Name}", metric.Value, Now, step)),
        ];

    private async Task<string> Begin(RunOutline run)
    {
        var name = run.Folder is null ? run.Model : Path.GetFileName(run.Folder.Path);
        var id = await _client.CreateRun(await _client.Experiment(experiment), name, Now);
        await _client.LogParameters(id, run.Settings);
        return id;
    }

    private async Task<string> GoOn(string id)
    {
        await _client.UpdateRun(id, MLflowStatus.Running, end: null);
        return id;
    }

    private async Task Send(string run, ChannelReader<IReadOnlyList<MLflowMetric>> queue)
    {
        await foreach (var metrics in queue.ReadAllAsync())
        {
            await _client.LogMetrics(run, metrics);
        }
    }

    // A failed request ends the sending; thrown here, it becomes the run's one warning. A server that lags far behind is waited for.
    private void Post(IReadOnlyList<MLflowMetric> metrics)
    {
        while (metrics.Count > 0 && !_queue.Writer.TryWrite(metrics))
        {
            Wait(Task.WhenAny(_sending, _queue.Writer.WaitToWriteAsync().AsTask()));
            if (_sending.IsCompleted)
            {
                break;
            }
        }
        if (_sending.IsFaulted)
        {
            Wait(_sending);
        }
    }

    private void Close(string status)
    {
        var run = _run!;
        _run = null;
        _queue.Writer.Complete();
        Wait(_sending.WaitAsync(Patience));
        Wait(_client.UpdateRun(run, status, Now));
    }

    private static void Wait(Task task) => task.GetAwaiter().GetResult();

    private static T Wait<T>(Task<T> task) => task.GetAwaiter().GetResult();
}
