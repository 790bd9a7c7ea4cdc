using System.Globalization;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests;

/// <summary>samples/MLflowSink: what a server is told of a run.</summary>
public sealed class MLflowSinkTests : IDisposable
{
    private static readonly WineNet.Hyperparameters TwoEpochs = new() { Epochs = 2, Warmup = Settings.Duration.Epochs(0) };

    private readonly string _folder = Directory.CreateTempSubdirectory("trainsdk-mlflow-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_server_has_the_settings_and_every_number_of_the_tables()
    {
        using var server = new MLflowServer();
        using (var sink = new MLflowSink(server.Address, "wine & more"))
        {
            Train(sink, new RunOptions { RunDirectory = Run });
        }

        Assert.Equal(
            ["experiments/get-by-name", "experiments/create", "runs/create", "runs/log-batch"], server.Calls.Take(4).Select(static call => call.Call));
        Assert.Equal("wine & more", (string)server.Calls[1].Content["name"]!);
        Assert.Equal("run", (string)server.Calls[2].Content["run_name"]!);
        var parameters = server.Calls[3].Content["params"]!.AsArray().ToDictionary(static one => (string)one!["key"]!, static one => (string)one!["value"]!);
        Assert.Equal(("2", "0.001", "64"), (parameters["epochs"], parameters["lr"], parameters["hidden"]));

        var steps = Rows("steps.csv");
        Assert.Equal(steps.Select(static row => (row["step"], row["loss"])), Logged(server, "loss"));
        Assert.Equal(steps.Select(static row => (row["step"], row["grad_norm"])), Logged(server, "grad_norm"));
        var epochs = Rows("epochs.csv");
        foreach (var column in (string[])["train_loss", "train_accuracy", "val_loss", "val_accuracy", "samples_per_second"])
        {
            Assert.Equal(epochs.Select(row => (row["step"], row[column])), Logged(server, column));
        }
        Assert.Single(Logged(server, "test_accuracy"));
        Assert.Equal("runs/update", server.Calls[^1].Call);
        Assert.Equal("FINISHED", (string)server.Calls[^1].Content["status"]!);
        Assert.True((long)server.Calls[^1].Content["end_time"]! >= (long)server.Calls[2].Content["start_time"]!);
    }

    [Fact]
    public void A_run_that_goes_on_is_the_same_run_there()
    {
        using var server = new MLflowServer();
        using var sink = new MLflowSink(server.Address, "wine");
        using var cancel = new CancellationTokenSource();
        Train(sink, new RunOptions { RunDirectory = Run, Progress = new Canceling(cancel) }, cancel.Token);
        Assert.Equal("KILLED", (string)server.Calls[^1].Content["status"]!);
        var before = server.Calls.Count;

        WineNet.Resume(Run, Wine.Load(0), options: new RunOptions { Device = "cpu", Sinks = [sink] }).Model.Dispose();

        Assert.Equal(("runs/update", "RUNNING"), (server.Calls[before].Call, (string)server.Calls[before].Content["status"]!));
        Assert.Single(server.Calls, static call => call.Call == "runs/create");
        Assert.Equal(Rows("steps.csv").Select(static row => (row["step"], row["loss"])), Logged(server, "loss"));
        Assert.Equal("FINISHED", (string)server.Calls[^1].Content["status"]!);
    }

    [Fact]
    public async Task Numbers_that_are_not_finite_arrive()
    {
        using var server = new MLflowServer();
        using var client = new MLflowClient(server.Address);
        await client.LogMetrics("abc", [new("loss", double.NaN, 1, 0), new("grad_norm", double.NegativeInfinity, 1, 0)]);
        Assert.Equal([("loss", double.NaN, 0), ("grad_norm", double.NegativeInfinity, 0)], server.Metrics);
    }

    [Fact]
    public async Task More_numbers_than_a_request_takes_become_several()
    {
        using var server = new MLflowServer();
        using var client = new MLflowClient(server.Address);
        await client.LogMetrics("abc", Enumerable.Range(0, 2500).Select(static step => new MLflowMetric("loss", step, 1, step)));
        Assert.Equal([1000, 1000, 500], server.Calls.Select(static call => call.Content["metrics"]!.AsArray().Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void A_server_that_fails_does_not_lose_the_run(int breaksAt)
    {
        using var server = new MLflowServer { BreaksAt = breaksAt };
        var warnings = new Warnings();
        using (var sink = new MLflowSink(server.Address, "wine"))
        {
            Assert.Equal(StopReason.Completed, Train(sink, new RunOptions { WriteRunFolder = false, Logger = warnings }));
        }
        Assert.Contains("MLflowSink failed and is told nothing more", Assert.Single(warnings.Lines));
        Assert.Contains("answers 503", warnings.Lines[0]);
    }

    private string Run => Path.Combine(_folder, "run");

    private static StopReason Train(MLflowSink sink, RunOptions options, CancellationToken cancel = default)
    {
        var result = WineNet.Train(Wine.Load(0), TwoEpochs, options with { Device = "cpu", Sinks = [sink] }, cancel);
        result.Model.Dispose();
        return result.StopReason;
    }

    private IReadOnlyList<Dictionary<string, double>> Rows(string table)
    {
        var lines = File.ReadAllLines(Path.Combine(Run, table));
        var names = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => names.Zip(line.Split(',')).ToDictionary(
            static cell => cell.First, static cell => double.Parse(cell.Second, CultureInfo.InvariantCulture)))];
    }

    private static IEnumerable<(double Step, double Value)> Logged(MLflowServer server, string key) =>
        server.Metrics.Where(metric => metric.Key == key).Select(static metric => ((double)metric.Step, metric.Value));
}
