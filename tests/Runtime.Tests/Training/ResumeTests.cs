using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.Training;

public sealed class ResumeTests : IDisposable
{
    private readonly SmallRuns _runs = new();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(13)]
    [InlineData(23)]
    public void AStoppedRunGoesOnBitForBit(int stopAfter)
    {
        var whole = _runs.Train("whole");
        Assert.Equal(StopReason.Canceled, _runs.Train("parts", stopAfter).Reason);
        var parts = _runs.Resume("parts");

        Assert.Equal((StopReason.Completed, whole.Weights), (parts.Reason, parts.Weights));
        Assert.Equal(_runs.Table("whole", "steps.csv"), _runs.Table("parts", "steps.csv"));
        Assert.Equal(_runs.Table("whole", "layers.csv"), _runs.Table("parts", "layers.csv"));
        Assert.Equal(_runs.WithoutTimes("whole"), _runs.WithoutTimes("parts"));
        Assert.Equal(whole.History, parts.History);
    }

    [Fact]
    public void ARunCanBeStoppedAndResumedAgainAndAgain()
    {
        var whole = _runs.Train("whole");
        _runs.Train("parts", stopAfter: 3);
        foreach (var stop in (int[])[4, 6, 9, 18])
        {
            Assert.Equal(StopReason.Canceled, _runs.Resume("parts", stopAfter: stop).Reason);
        }
        Assert.Equal(whole.Weights, _runs.Resume("parts").Weights);
        Assert.Equal(_runs.Table("whole", "steps.csv"), _runs.Table("parts", "steps.csv"));
        Assert.Equal(_runs.Table("whole", "layers.csv"), _runs.Table("parts", "layers.csv"));
    }

    [Fact]
    public void AFinishedRunGoesOnWithMoreEpochs()
    {
        var whole = _runs.Train("whole");
        _runs.Train("parts", settings: SmallRuns.Settings with { Epochs = 2 });
        Assert.Equal(whole.Weights, _runs.Resume("parts").Weights);
        Assert.Contains("\"epochs\": \"2 -> 4\"", File.ReadAllText(Path.Combine(_runs.Folder("parts"), "config.json")));
    }

    [Fact]
    public void ARunKilledBeforeItsResultIsEnded()
    {
        var whole = _runs.Train("run");
        File.Delete(Path.Combine(_runs.Folder("run"), "result.json"));
        Assert.Equal((StopReason.Completed, whole.Weights), (_runs.Resume("run").Reason, whole.Weights));
        Assert.NotNull(RunRecordFile.ReadResult(RunFolder.Find(_runs.Folder("run"))));
    }

    [Fact]
    public void WhatWasWrittenAfterTheCheckpointIsDropped()
    {
        var whole = _runs.Train("whole");
        _runs.Train("parts", stopAfter: 9);
        File.AppendAllText(Path.Combine(_runs.Folder("parts"), "steps.csv"), "9,1,0.01,tor");
        Assert.Equal(whole.Weights, _runs.Resume("parts").Weights);
        Assert.Equal(_runs.Table("whole", "steps.csv"), _runs.Table("parts", "steps.csv"));
        Assert.Equal(_runs.Table("whole", "layers.csv"), _runs.Table("parts", "layers.csv"));
    }

    [Fact]
    public void TheTimeLimitStopsAndTheRunGoesOn()
    {
        var whole = _runs.Train("whole");
        var options = new RunOptions { RunDirectory = _runs.Folder("parts"), MaxTime = TimeSpan.Zero };
        using var model = SmallRuns.Fresh();
        var result = SmallLoop.Fit(model, Samples.Splits(), SmallRuns.Settings, options);
        Assert.Equal((StopReason.TimeLimit, 0), (result.StopReason, result.History.Count));
        Assert.Null(result.Test);
        Assert.Equal(whole.Weights, _runs.Resume("parts").Weights);
    }

    public void Dispose() => _runs.Dispose();
}
