using TrainSdk.Runtime.Tests.Files;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Checkpoints;

/// <summary>
/// A run of six checkpoints in which each single write, flush, rename and deletion fails once, in each way: the last checkpoint that was
/// done, or the one that was being written, opens afterwards with its best weights and its rows.
/// </summary>
public sealed class CheckpointFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<Fault> Faults => [.. Enum.GetValues<Fault>()];

    [Theory]
    [MemberData(nameof(Faults))]
    public void TheLastGoodCheckpointAlwaysOpensWithItsBestWeights(Fault fault)
    {
        var calls = CallsOfARun();
        Assert.InRange(calls, 80, 200);
        for (var at = 0; at < calls; at++)
        {
            var path = _folder.File($"{at}");
            var run = Interrupted(path, new FaultyFiles(at, fault));
            if (File.Exists(Path.Combine(path, "config.json")))
            {
                var step = WrittenRun.Reopen(path);
                Assert.Contains(step ?? -1, new[] { run.Done, run.Begun });
            }
            else
            {
                Assert.Equal(-1, run.Done);
            }
            if (Directory.Exists(path))
            {
                Directory.Delete(path, recursive: true);
            }
        }
    }

    // A full disk that has room again: the run may go on, and its end is on the disk.
    [Theory]
    [InlineData(Fault.Error)]
    [InlineData(Fault.HalfDone)]
    public void AfterAFailureLaterCheckpointsAreWhole(Fault fault)
    {
        var calls = CallsOfARun();
        for (var at = 0; at < calls; at++)
        {
            var path = _folder.File($"{at}");
            try
            {
                using var run = new WrittenRun(path, new FaultyFiles(at, fault));
                GoOn(run, path);
            }
            catch (TrainException)
            {
                // The run could not begin.
            }
        }
    }

    public void Dispose() => _folder.Dispose();

    private static void GoOn(WrittenRun run, string path)
    {
        var failures = 0;
        for (var step = 0; step < WrittenRun.Steps; step++)
        {
            try
            {
                run.Save(step);
            }
            catch (TrainException error)
            {
                Assert.Contains(path, error.Message, StringComparison.Ordinal);
                Assert.Contains("free some space", error.Message, StringComparison.Ordinal);
                failures++;
            }
        }
        Assert.InRange(failures, 0, 1);
        Assert.Contains(WrittenRun.Reopen(path, hasAllRows: failures == 0) ?? -1, new[] { run.Done, run.Begun });
    }

    private int CallsOfARun()
    {
        var files = new FaultyFiles(-1, Fault.Error);
        var path = _folder.File("whole");
        var run = Interrupted(path, files);
        Assert.Equal(WrittenRun.Steps - 1, run.Done);
        Assert.Equal(run.Done, WrittenRun.Reopen(path));
        Directory.Delete(path, recursive: true);
        return files.Calls;
    }

    private static (int Done, int Begun) Interrupted(string path, FaultyFiles files)
    {
        WrittenRun? run = null;
        try
        {
            run = new WrittenRun(path, files);
            for (var step = 0; step < WrittenRun.Steps; step++)
            {
                run.Save(step);
            }
        }
        catch (Exception error) when (error is TrainException or CrashException)
        {
        }
        finally
        {
            run?.Dispose();
        }
        return (run?.Done ?? -1, run?.Begun ?? -1);
    }
}
