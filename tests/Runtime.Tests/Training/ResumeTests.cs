using TorchSharp;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Runtime.Tests.Training;

public sealed class ResumeTests : IDisposable
{
    private static readonly SmallSettings Settings = new() { Epochs = 4, Seed = 5 };

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(13)]
    [InlineData(23)]
    public void AStoppedRunGoesOnBitForBit(int stopAfter)
    {
        var whole = Train("whole", stopAfter: null);
        Assert.Equal(StopReason.Canceled, Train("parts", stopAfter).Reason);
        var parts = Resume("parts", Settings);

        Assert.Equal((StopReason.Completed, whole.Weights), (parts.Reason, parts.Weights));
        Assert.Equal(Table("whole", "steps.csv"), Table("parts", "steps.csv"));
        Assert.Equal(WithoutTimes("whole"), WithoutTimes("parts"));
        Assert.Equal(whole.History, parts.History);
    }

    [Fact]
    public void ARunCanBeStoppedAndResumedAgainAndAgain()
    {
        var whole = Train("whole", stopAfter: null);
        Train("parts", stopAfter: 3);
        foreach (var stop in (int[])[4, 6, 9, 18])
        {
            Assert.Equal(StopReason.Canceled, Resume("parts", Settings, stop).Reason);
        }
        Assert.Equal(whole.Weights, Resume("parts", Settings).Weights);
        Assert.Equal(Table("whole", "steps.csv"), Table("parts", "steps.csv"));
    }

    [Fact]
    public void AFinishedRunGoesOnWithMoreEpochs()
    {
        var whole = Train("whole", stopAfter: null);
        Train("parts", stopAfter: null, Settings with { Epochs = 2 });
        Assert.Equal(whole.Weights, Resume("parts", Settings).Weights);
        Assert.Contains("\"epochs\": \"2 -> 4\"", File.ReadAllText(Path.Combine(_folder.File("parts"), "config.json")));
    }

    [Fact]
    public void AFinishedRunIsRefusedWithoutMoreEpochs()
    {
        Train("run", stopAfter: null);
        Assert.Contains("has done its 4 epochs; give it more, such as --epochs 8", Refused(Settings));
    }

    [Fact]
    public void ARunKilledBeforeItsResultIsEnded()
    {
        var whole = Train("run", stopAfter: null);
        File.Delete(Path.Combine(_folder.File("run"), "result.json"));
        Assert.Equal((StopReason.Completed, whole.Weights), (Resume("run", Settings).Reason, whole.Weights));
        Assert.NotNull(RunRecordFile.ReadResult(RunFolder.Find(_folder.File("run"))));
    }

    [Fact]
    public void WhatAnEpochDependsOnCannotChange()
    {
        Train("run", stopAfter: 3);
        Assert.Contains("--batch-size was 16 and is 32", Refused(Settings with { BatchSize = 32 }));
        Assert.Contains("--seed was 5 and is 6", Refused(Settings with { Seed = 6 }));
        Assert.Contains("--width was 8 and is 9", Refused(Settings with { Width = 9 }));
    }

    [Fact]
    public void OtherDataAreRefusedByName()
    {
        Train("run", stopAfter: 3);
        var data = Samples.Splits();
        data.Train.Targets[0] = (data.Train.Targets[0] + 1) % 3;
        Assert.Contains("(train targets differ)", Refused(Settings, data));
    }

    [Fact]
    public void ARefusedRunIsAsItWas()
    {
        Train("run", stopAfter: 3);
        var before = Contents();
        Refused(Settings with { Seed = 6 });
        Assert.Equal(before, Contents());
    }

    [Fact]
    public void WhatWasWrittenAfterTheCheckpointIsDropped()
    {
        var whole = Train("whole", stopAfter: null);
        Train("parts", stopAfter: 9);
        File.AppendAllText(Path.Combine(_folder.File("parts"), "steps.csv"), "9,1,0.01,tor");
        Assert.Equal(whole.Weights, Resume("parts", Settings).Weights);
        Assert.Equal(Table("whole", "steps.csv"), Table("parts", "steps.csv"));
    }

    [Fact]
    public void TheTimeLimitStopsAndTheRunGoesOn()
    {
        var whole = Train("whole", stopAfter: null);
        var options = new RunOptions { RunDirectory = _folder.File("parts"), MaxTime = TimeSpan.Zero };
        using var model = Fresh();
        var result = SmallLoop.Fit(model, Samples.Splits(), Settings, options);
        Assert.Equal((StopReason.TimeLimit, 0), (result.StopReason, result.History.Count));
        Assert.Null(result.Test);
        Assert.Equal(whole.Weights, Resume("parts", Settings).Weights);
    }

    // Epochs 0 to 3; the loss falls throughout.
    [Theory]
    [InlineData(null)]
    [InlineData(8)]
    [InlineData(17)]
    public void WeightsFilesAreKeptOverAStop(int? stopAfter)
    {
        var options = new RunOptions { KeepBest = 2, KeepEvery = 2 };
        Fit(options with { RunDirectory = _folder.File("run") }, Settings, stopAfter);
        if (stopAfter is not null)
        {
            Fit(options with { Resume = _folder.File("run") }, Settings, stopAfter: null);
        }
        Assert.Equal(
            ["best.safetensors", "epoch-1-step-12.safetensors", "epoch-2-step-18.safetensors", "epoch-3-step-24.safetensors", "last.safetensors"],
            Directory.GetFiles(Path.Combine(_folder.File("run"), "checkpoints")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        using var kept = Fresh();
        WeightsFile.Open(Path.Combine(_folder.File("run"), "checkpoints", "epoch-3-step-24.safetensors")).CopyInto(kept);
        using var best = Fresh();
        WeightsFile.Open(_folder.File("run")).CopyInto(best);
        Assert.Equal(Bits(best), Bits(kept));
    }

    [Fact]
    public void TheBestFewNeedAValidationSplit()
    {
        var data = new DataSplits(Samples.Splits().Train);
        Assert.StartsWith("KeepBest goes by validations, but the data have no validation split",
            Assert.Throws<TrainException>(() => Fit(new RunOptions { KeepBest = 2 }, Settings, null, data)).Message, StringComparison.Ordinal);
        Assert.StartsWith("-1 weights files cannot be kept",
            Assert.Throws<TrainException>(() => Fit(new RunOptions { KeepEvery = -1 }, Settings, null)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static SmallNet Fresh()
    {
        Randomness.AtConstruction(5);
        return new SmallNet();
    }

    private static string[] Bits(nn.Module model) =>
        [.. model.state_dict().Select(static pair => $"{pair.Key} {Convert.ToHexString(pair.Value.bytes)}")];

    private Outcome Train(string name, int? stopAfter, SmallSettings? settings = null) =>
        Fit(new RunOptions { RunDirectory = _folder.File(name) }, settings ?? Settings, stopAfter);

    private Outcome Resume(string name, SmallSettings settings, int? stopAfter = null, DataSplits? data = null) =>
        Fit(new RunOptions { Resume = _folder.File(name) }, settings, stopAfter, data);

    private string Refused(SmallSettings settings, DataSplits? data = null) =>
        Assert.Throws<TrainException>(() => Resume("run", settings, data: data)).Message;

    private static Outcome Fit(RunOptions options, SmallSettings settings, int? stopAfter, DataSplits? data = null)
    {
        using var cancel = new CancellationTokenSource();
        void OnStep(long step)
        {
            if (step == stopAfter)
            {
                cancel.Cancel();
            }
        }
        if (stopAfter == 0)
        {
            cancel.Cancel();
        }
        using var model = Fresh();
        var result = SmallLoop.Fit(model, data ?? Samples.Splits(), settings, options, cancel.Token, OnStep);
        var history = result.History.Select(static epoch => epoch with { Seconds = 0, SamplesPerSecond = 0 });
        return new Outcome(result.StopReason, string.Join('\n', Bits(model)), string.Join('\n', history.Select(Text)));
    }

    private static string Text(EpochSummary epoch) =>
        $"{epoch.Epoch} {epoch.Step} {epoch.Lr:R} {epoch.Train.Loss:R} {epoch.Train.Headline.Value:R} {epoch.Validation.Loss:R} {epoch.GradNorm:R}";

    private string Table(string run, string file) => File.ReadAllText(Path.Combine(_folder.File(run), file));

    // The last two columns are seconds and samples per second.
    private string[] WithoutTimes(string run) =>
        [.. Table(run, "epochs.csv").Split('\n').Select(static row => string.Join(',', row.Split(',').SkipLast(2)))];

    private string Contents() => string.Join('\n', Directory.GetFiles(_folder.File("run"), "*", SearchOption.AllDirectories)
        .Where(static file => Path.GetFileName(file) != "run.lock")
        .Order(StringComparer.Ordinal).Select(static file => $"{file} {Convert.ToHexString(File.ReadAllBytes(file))}"));

    private sealed record Outcome(StopReason Reason, string Weights, string History);
}
