using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Training;

/// <summary>Runs that cannot go on as they were: refused before anything is written.</summary>
public sealed class RefusedResumeTests : IDisposable
{
    private readonly SmallRuns _runs = new();

    [Fact]
    public void AFinishedRunIsRefusedWithoutMoreEpochs()
    {
        _runs.Train("run");
        Assert.Contains("has done its 4 epochs; give it more, such as --epochs 8", Refused(SmallRuns.Settings));
    }

    [Fact]
    public void WhatAnEpochDependsOnCannotChange()
    {
        _runs.Train("run", stopAfter: 3);
        Assert.Contains("--batch-size was 16 and is 32", Refused(SmallRuns.Settings with { BatchSize = 32 }));
        Assert.Contains("--seed was 5 and is 6", Refused(SmallRuns.Settings with { Seed = 6 }));
        Assert.Contains("--width was 8 and is 9", Refused(SmallRuns.Settings with { Width = 9 }));
    }

    [Fact]
    public void OtherDataAreRefusedByName()
    {
        _runs.Train("run", stopAfter: 3);
        var data = Samples.Splits();
        data.Train.Targets[0] = (data.Train.Targets[0] + 1) % 3;
        Assert.Contains("(train targets differ)", Refused(SmallRuns.Settings, data));
    }

    [Fact]
    public void ARefusedRunIsAsItWas()
    {
        _runs.Train("run", stopAfter: 3);
        var before = Contents();
        Refused(SmallRuns.Settings with { Seed = 6 });
        Assert.Equal(before, Contents());
    }

    public void Dispose() => _runs.Dispose();

    private string Refused(SmallSettings settings, DataSplits? data = null) =>
        Assert.Throws<TrainException>(() => _runs.Resume("run", settings, data: data)).Message;

    private string Contents() => string.Join('\n', Directory.GetFiles(_runs.Folder("run"), "*", SearchOption.AllDirectories)
        .Where(static file => Path.GetFileName(file) != "run.lock")
        .Order(StringComparer.Ordinal).Select(static file => $"{file} {Convert.ToHexString(File.ReadAllBytes(file))}"));
}
