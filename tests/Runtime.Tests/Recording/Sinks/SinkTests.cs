using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging;
using TrainSdk.Recording;
using TrainSdk.Recording.Sinks;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Runtime.Tests.Training;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.Recording.Sinks;

public sealed class SinkTests
{
    private static readonly SmallSettings Settings = SmallRuns.Settings with { Epochs = 2 };

    [Fact]
    public void ASinkIsToldOfEverythingInItsOrder()
    {
        using var runs = new SmallRuns();
        var sink = new ListSink();
        SmallRuns.Fit(new RunOptions { RunDirectory = runs.Folder("run"), Sinks = [sink] }, settings: Settings);

        Assert.Equal("start", sink.Told[0]);
        Assert.Equal(["epoch 0", "epoch 1", "end"], sink.Told.Where(static told => told[0] == 'e'));
        Assert.Equal("end", sink.Told[^1]);
        Assert.Equal(Enumerable.Range(0, 12), sink.Records.Select(static step => (int)step.Step));
        Assert.Equal(
            sink.Records.Select(static step => $"{step.Step},{step.Epoch},"),
            File.ReadAllLines(Path.Combine(runs.Folder("run"), "steps.csv")).Skip(1).Select(static row => row[..(row.IndexOf(',', row.IndexOf(',') + 1) + 1)]));
        Assert.All(sink.Records, static step => Assert.Equal(step.Weight, step.Count));
        var outline = sink.Outline!;
        Assert.Equal(("SmallNet", 2, 6L, 0L, "cpu", true), (outline.Model, outline.Epochs, outline.StepsPerEpoch, outline.Step, outline.Device, outline.HasValidation));
        Assert.Equal(runs.Folder("run"), outline.Folder!.Path);
        Assert.Equal("2", outline.Settings["epochs"]);
        Assert.Equal(("Completed", true, 12L), (sink.Outcome!.StopReason, sink.Outcome.IsDone, sink.Outcome.Steps));
        Assert.NotNull(sink.Outcome.Test);
    }

    [Fact]
    public void ARunThatGoesOnSaysFromWhere()
    {
        using var runs = new SmallRuns();
        var sink = new ListSink();
        runs.Train("run", stopAfter: 8, settings: Settings);
        SmallRuns.Fit(new RunOptions { Resume = runs.Folder("run"), Sinks = [sink] }, settings: Settings);

        Assert.Equal((8, 1), (sink.Outline!.Step, sink.Outline.History.Count));
        Assert.Equal([8, 9, 10, 11], sink.Records.Select(static step => step.Step));
    }

    [Fact]
    public void AnInterruptedRunIsNotDone()
    {
        using var runs = new SmallRuns();
        var sink = new ListSink();
        SmallRuns.Fit(new RunOptions { RunDirectory = runs.Folder("run"), Sinks = [sink] }, stopAfter: 3);

        Assert.Equal(("Canceled", false, 3L), (sink.Outcome!.StopReason, sink.Outcome.IsDone, sink.Outcome.Steps));
        Assert.Equal(3, sink.Records.Count);
    }

    [Theory]
    [InlineData("start")]
    [InlineData("epoch 0")]
    [InlineData("end")]
    public void ASinkThatFailsDoesNotLoseTheRun(string failsAt)
    {
        var logger = new ListLogger();
        var (failing, other) = (new ListSink(failsAt), new ListSink());
        var withSinks = SmallRuns.Fit(new RunOptions { WriteRunFolder = false, Sinks = [failing, other], Logger = logger }, settings: Settings);
        var without = SmallRuns.Fit(new RunOptions { WriteRunFolder = false }, settings: Settings);

        Assert.Equal(without, withSinks);
        Assert.Equal(failsAt, failing.Told[^1]);
        Assert.Equal("end", other.Told[^1]);
        Assert.Single(logger.Lines, $"the sink ListSink failed and is told nothing more: no connection at {failsAt}");
    }

    [Fact]
    public void AMethodThatIsNotWrittenDoesNothing()
    {
        IRunSink sink = new SilentSink();
        sink.Steps([]);
        Assert.Equal(
            StopReason.Completed, SmallRuns.Fit(new RunOptions { WriteRunFolder = false, Sinks = [sink] }, settings: Settings).Reason);
    }

    [Fact]
    public void TheMeterGivesEveryNumberWithItsUnit()
    {
        var thread = Environment.CurrentManagedThreadId;
        var measured = new List<(string Name, string? Unit, double Value, string Tags)>();
        using var listener = new MeterListener
        {
            InstrumentPublished = static (instrument, listener) =>
            {
                if (instrument.Meter.Name == MeterSink.Name)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Keep(instrument, value, tags));
        listener.Start();
        var sink = new ListSink();
        SmallRuns.Fit(new RunOptions { WriteRunFolder = false, Sinks = [sink] }, settings: Settings);

        Assert.All(measured, static one => Assert.Contains("trainsdk.model=SmallNet", one.Tags));
        Assert.Equal(("{step}", 12), Sum("trainsdk.steps"));
        Assert.Equal(("{sample}", sink.Records.Sum(static step => step.Count)), Sum("trainsdk.samples"));
        Assert.Equal(("{epoch}", 2), Sum("trainsdk.epochs"));
        Assert.Equal(sink.Records.Select(static step => step.GradNorm), Of("trainsdk.train.grad_norm").Select(static one => one.Value));
        Assert.Equal(sink.Records[^1].Loss, Of("trainsdk.train.loss").Last().Value);
        Assert.Equal(2, Of("trainsdk.epoch.duration").Count(static one => one.Unit == "s"));
        Assert.Equal(2, Of("trainsdk.validation.metric").Count(static one => one.Tags.Contains("trainsdk.metric=accuracy", StringComparison.Ordinal)));
        Assert.Equal(("{run}", 1), Sum("trainsdk.runs"));
        Assert.Contains("trainsdk.stop_reason=Completed", Of("trainsdk.runs").Single().Tags);
        Assert.Empty(Of("trainsdk.steps.skipped"));

        // Other tests train in the same process at the same time.
        void Keep(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            var text = string.Join(' ', tags.ToArray().Select(static tag => $"{tag.Key}={tag.Value}"));
            if (Environment.CurrentManagedThreadId == thread)
            {
                measured.Add((instrument.Name, instrument.Unit, value, text));
            }
        }
        IEnumerable<(string Name, string? Unit, double Value, string Tags)> Of(string name) => measured.Where(one => one.Name == name);
        (string?, double) Sum(string name) => (Of(name).First().Unit, Of(name).Sum(static one => one.Value));
    }

    [Fact]
    public void ALoggerGetsTheEpochsUnderTheNamesOfTheTable()
    {
        var logger = new StructureLogger();
        SmallRuns.Fit(new RunOptions { WriteRunFolder = false, Logger = logger }, settings: Settings);

        Assert.Equal(
            ["TrainSdkRunStarted", "TrainSdkEpochEnded", "TrainSdkEpochEnded", "TrainSdkRunEnded"],
            logger.Entries.Select(static entry => entry.Id.Name));
        Assert.All(logger.Entries, static entry => Assert.Equal(LogLevel.Information, entry.Level));
        var epoch = logger.Entries[2].Values;
        Assert.Equal(
            ["epoch", "step", "lr", "train_loss", "train_accuracy", "val_loss", "val_accuracy", "grad_norm", "seconds", "samples_per_second"],
            epoch.Select(static value => value.Key));
        Assert.Equal((1, 12L), (epoch[0].Value, epoch[1].Value));
        Assert.Matches("^epoch ended: epoch 1 step 12 lr [0-9.]+ train_loss [0-9.]+ ", logger.Entries[2].Text);
        Assert.StartsWith("run ended: reason Completed steps 12 best_epoch ", logger.Entries[3].Text);
    }

    private sealed class SilentSink : IRunSink;
}
