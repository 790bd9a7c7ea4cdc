using TrainSdk.Files;
using TrainSdk.Runtime.Tests.Files;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Checkpoints;

public sealed class CheckpointWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("run");

    [Fact]
    public void TrainingGoesOnWhileACheckpointIsWritten()
    {
        using var gate = new ManualResetEventSlim();
        var files = new FaultyFiles(-1, Fault.Error) { Before = (call, path) => Hold(gate, path) };
        using var run = new WrittenRun(Path, files);
        run.Begin(0);
        Assert.True(run.Writer.IsBusy);
        Assert.Null(WrittenRun.Reopen(Path));
        gate.Set();
        run.Writer.Wait();
        Assert.False(run.Writer.IsBusy);
        Assert.Equal(0, WrittenRun.Reopen(Path));
    }

    [Fact]
    public void AFailedWriteIsSaidAtTheNextCheckpoint()
    {
        var files = new FaultyFiles(20, Fault.Error);
        using var run = new WrittenRun(Path, files);
        var step = 0;
        var error = Assert.Throws<TrainException>(() =>
        {
            for (; step < WrittenRun.Steps; step++)
            {
                run.Begin(step);
            }
        });
        Assert.Contains("No space left on device", error.Message, StringComparison.Ordinal);
        Assert.InRange(files.Calls, 21, 40);
    }

    // The memory of the copies is taken once.
    [Fact]
    public void ASecondCheckpointTakesNoMoreTensors()
    {
        using var run = new WrittenRun(Path, LocalFileSystem.Instance);
        run.Save(0);
        run.Save(1);
        var before = LiveTensors.Count();
        run.Save(2);
        run.Save(3);
        Assert.Equal(before, LiveTensors.Count());
        run.Dispose();
        Assert.True(LiveTensors.Count() < before);
    }

    [UnixFact]
    public void AFolderDeletedBetweenCheckpointsIsMadeAgain()
    {
        using var run = new WrittenRun(Path, LocalFileSystem.Instance);
        for (var step = 0; step < WrittenRun.Steps; step++)
        {
            run.Save(step);
            Directory.Delete(Path, recursive: true);
        }
        run.Save(WrittenRun.Steps);
        Assert.Equal(WrittenRun.Steps, WrittenRun.Reopen(Path));
    }

    [UnixTheory]
    [InlineData("create", "last.safetensors.tmp")]
    [InlineData("sync", "last.safetensors.tmp")]
    [InlineData("rename", "last.safetensors")]
    [InlineData("sync folder", "checkpoints")]
    [InlineData("create", "best.safetensors.next")]
    [InlineData("rename", "best.safetensors")]
    public void AFolderDeletedWhileACheckpointIsWrittenIsMadeAgain(string call, string file)
    {
        var isArmed = false;
        var files = new FaultyFiles(-1, Fault.Error)
        {
            Before = (called, path) =>
            {
                if (isArmed && called == call && System.IO.Path.GetFileName(path) == file)
                {
                    isArmed = false;
                    Directory.Delete(Path, recursive: true);
                }
            },
        };
        using var run = new WrittenRun(Path, files);
        run.Save(0);
        run.Save(1);
        isArmed = true;
        run.Save(2);
        Assert.False(isArmed);
        run.Save(3);
        Assert.Equal(3, WrittenRun.Reopen(Path));
    }

    [Fact]
    public void BestWeightsThatSomebodyChangedAreNotTakenForTheRuns()
    {
        using (var run = new WrittenRun(Path, LocalFileSystem.Instance))
        {
            run.Save(1);
        }
        var best = System.IO.Path.Combine(Path, "checkpoints", "best.safetensors");
        var bytes = File.ReadAllBytes(best);
        bytes[^1] ^= 1;
        File.WriteAllBytes(best, bytes);
        Assert.Contains("missing, damaged, or not the one", Assert.Throws<TrainException>(() => WrittenRun.Reopen(Path)).Message, StringComparison.Ordinal);
        File.Delete(best);
        Assert.Contains("missing, damaged, or not the one", Assert.Throws<TrainException>(() => WrittenRun.Reopen(Path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static void Hold(ManualResetEventSlim gate, string path)
    {
        if (path.EndsWith("last.safetensors.tmp", StringComparison.Ordinal))
        {
            gate.Wait();
        }
    }
}
