using System.Diagnostics;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Files;

/// <summary>A real file system that is full, and one that may not be written, in a process that has them to itself.</summary>
public sealed class SmallDiskTests : IDisposable
{
    private const string Script =
        "mount -t tmpfs -o size=1m none \"$0\" && mkdir \"$0/ro\" && mount -t tmpfs -o ro none \"$0/ro\" && exec \"$@\"";

    private readonly TemporaryFolder _folder = new();

    [OwnMountsFact]
    public void AFullDiskLosesNoCheckpointAndSaysWhatToDo()
    {
        var start = new ProcessStartInfo(
            "unshare", ["-rm", "sh", "-c", Script, _folder.Path, .. OtherProcess.Command, OtherProcess.FillDisk, _folder.Path])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var lines = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors.Result);
        Assert.Equal(5, lines.Length);
        Assert.Matches("^cannot write .*No space left on device.*; free some space on its disk, or give a --run-dir on another$", lines[0]);
        Assert.Equal("reopened at 1", lines[1]);
        Assert.Equal("reopened at 3", lines[2]);
        Assert.Matches("^cannot make the run folder .*Read-only file system.*; give a writable --run-dir$", lines[3]);
        Assert.Matches("^cannot write .*run.lock: .*Read-only file system", lines[4]);
    }

    public void Dispose() => _folder.Dispose();
}
