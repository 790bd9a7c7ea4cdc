using Microsoft.Extensions.Logging;
using TorchSharp;
using TrainSdk.Generated.Tests.Models.Divergence;
using TrainSdk.Generated.Tests.Shared;
using TrainSdk.Training;

namespace TrainSdk.Generated.Tests;

/// <summary>A batch that does not fit in memory is cut, and its step is the same.</summary>
public sealed class AutoAccumulationTests : IDisposable
{
    private static readonly RunOptions Quiet = new() { Device = "cpu", WriteRunFolder = false };

    // Six windows of 32 samples. Without a validation split the last weights are kept.
    private static readonly Data.DataSplits Data = Samples.Pictures(train: 192, held: 0);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        AutoModel.Room = RoomyModel.Room = long.MaxValue;
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    // Batches of 16, of which quarters fit: the bits of batches of 4.
    [Fact]
    public void It_takes_the_steps_of_batches_that_fit()
    {
        AutoModel.Room = 4;
        var cut = AutoModel.Train(Data, options: Quiet);
        var small = WindowsModel.Train(Data, options: Quiet);
        Weights.AssertSameBits(small.Model, cut.Model);
        Assert.Equal(small.History.Select(static epoch => epoch.Train.Loss), cut.History.Select(static epoch => epoch.Train.Loss));
        Assert.All(small.History.Zip(cut.History), static pair => Assert.Equal(
            pair.First.Train.Metrics.Select(static metric => (metric.Name, metric.Value)),
            pair.Second.Train.Metrics.Select(static metric => (metric.Name, metric.Value))));
    }

    [Fact]
    public void It_is_the_same_mean_over_the_same_samples()
    {
        using var whole = InFloat64(long.MaxValue);
        using var cut = InFloat64(room: 3);
        Weights.AssertNear(whole, cut, 1e-10);
    }

    // Room is lost within the run, in the second batch of a window.
    [Fact]
    public void Memory_that_runs_out_later_changes_no_step_before()
    {
        var options = Quiet with { StepProgress = new Listener(static step => AutoModel.Room = step >= 7 ? 8 : AutoModel.Room) };
        using var cut = InFloat64(long.MaxValue, options);
        using var whole = InFloat64(long.MaxValue);
        Weights.AssertNear(whole, cut, 1e-10);
    }

    [Fact]
    public void It_is_said_and_recorded()
    {
        AutoModel.Room = 4;
        var logger = new Lines();
        var result = AutoModel.Train(Data, options: new RunOptions { Device = "cpu", RunDirectory = _folder, Logger = logger });
        Assert.Equal(
            [
                "out of memory at step 0 (2.50 GiB more were asked for): batches of 16 samples are taken in 2 pieces from here on",
                "out of memory at step 0 (2.50 GiB more were asked for): batches of 16 samples are taken in 4 pieces from here on",
            ],
            logger.Said);
        Assert.Equal(["0,out_of_memory,2 pieces", "0,out_of_memory,4 pieces"], File.ReadAllLines(result.RunFolder!.Events)[1..]
            .Select(static row => row[(row.IndexOf(',') + 1)..]));
    }

    [Fact]
    public void What_does_not_fit_at_all_ends_the_run()
    {
        AutoModel.Room = 0;
        var error = Assert.Throws<TrainException>(() => AutoModel.Train(Data, options: Quiet));
        Assert.Equal(
            "out of memory even where batches of 16 samples are taken in 16 pieces (2.50 GiB more were asked for); "
            + "use a smaller model or smaller inputs",
            error.Message);
    }

    // The plain loop, where nothing halves batches by itself.
    [Fact]
    public void Without_it_the_error_says_which_edit_makes_it_fit()
    {
        RoomyModel.Room = 8;
        string[] said = [
            Assert.Throws<TrainException>(() => RoomyModel.Train(Data, options: Quiet)).Message,
            Assert.Throws<TrainException>(
                () => RoomyModel.Train(RoomyModel.Training.Build(new RoomyModel.Hyperparameters()), Data, options: Quiet)).Message,
        ];
        Assert.All(said, static message => Assert.Equal(
            "out of memory with batches of 16 samples (2.50 GiB more were asked for); use BatchSize 8 (--batch-size 8) with "
            + "[Accumulate(2)], which takes the same steps, or [Accumulate(1, Auto = true)], which halves batches that do not fit",
            message));
    }

    private static AutoModel InFloat64(long room, RunOptions? options = null)
    {
        AutoModel.Room = room;
        var model = AutoModel.Training.Build(new AutoModel.Hyperparameters());
        model.to(torch.ScalarType.Float64);
        return AutoModel.Train(model, Data, options: options ?? Quiet).Model;
    }

    private sealed class Listener(Action<long> on) : IProgress<Recording.StepRecord>
    {
        public void Report(Recording.StepRecord value) => on(value.Step);
    }

    private sealed class Lines : ILogger
    {
        public List<string> Said { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (logLevel >= LogLevel.Warning)
            {
                Said.Add(formatter(state, exception));
            }
        }
    }
}
