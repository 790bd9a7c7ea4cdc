using TrainSdk.Files;
using TrainSdk.Recording;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Recording;

public sealed class RecordLogTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("steps.csv");

    [Fact]
    public void WhatCameAfterTheCheckpointIsCutOff()
    {
        var length = WithRows("0,a", "1,b");
        File.AppendAllText(Path, "2,never checkpointed\n3,hal");
        using (var log = RecordLog.GoOn(LocalFileSystem.Instance, Path, length))
        {
            Assert.Equal(length, log.Length);
            log.WriteRows(["2,ä"]);
            log.Sync();
        }
        Assert.Equal("step,x\n0,a\n1,b\n2,ä\n", File.ReadAllText(Path));
    }

    [Fact]
    public void ATableThatHasLostRowsIsRefused()
    {
        var length = WithRows("0,a", "1,b");
        File.WriteAllText(Path, "step,x\n0,a\n");
        var error = Assert.Throws<TrainException>(() => RecordLog.GoOn(LocalFileSystem.Instance, Path, length));
        Assert.Contains($"{Path} has 11 bytes, and 15 were written to it", error.Message, StringComparison.Ordinal);
    }

    [UnixFact]
    public void ADeletedTableComesBackWithEveryRow()
    {
        using var log = RecordLog.Begin(LocalFileSystem.Instance, Path);
        log.WriteRows(["step,x", "0,a"]);
        log.Restore();
        File.Delete(Path);
        log.WriteRows(["1,b"]);
        log.Restore();
        log.WriteRows(["2,c"]);
        Assert.Equal("step,x\n0,a\n1,b\n2,c\n", File.ReadAllText(Path));
    }

    public void Dispose() => _folder.Dispose();

    private long WithRows(params string[] rows)
    {
        using var log = RecordLog.Begin(LocalFileSystem.Instance, Path);
        log.WriteRows(["step,x", .. rows]);
        return log.Length;
    }
}
