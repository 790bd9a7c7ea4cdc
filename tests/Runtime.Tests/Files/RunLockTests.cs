using System.Diagnostics;
using TrainSdk.Files;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Files;

public sealed class RunLockTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void ASecondTrainingInThisProcessIsRefusedByName()
    {
        using (RunLock.Take(_folder.Path))
        {
            var error = Assert.Throws<TrainException>(() => RunLock.Take(_folder.Path));
            Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
            Assert.Contains($"process {Environment.ProcessId} on {Environment.MachineName} since 2", error.Message, StringComparison.Ordinal);
            Assert.Contains("give another --run-dir", error.Message, StringComparison.Ordinal);
        }
        RunLock.Take(_folder.Path).Dispose();
    }

    [Fact]
    public void AKilledProcessHoldsNothing()
    {
        using var other = OtherProcess.Start(OtherProcess.HoldLock, _folder.Path);
        Assert.Equal("locked", other.StandardOutput.ReadLine());
        Assert.Contains($"process {other.Id} ", Assert.Throws<TrainException>(() => RunLock.Take(_folder.Path)).Message, StringComparison.Ordinal);
        other.Kill();
        other.WaitForExit();
        RunLock.Take(_folder.Path).Dispose();
    }

    [Fact]
    public void AFolderThatIsNotThereIsSaid()
    {
        var error = Assert.Throws<TrainException>(() => RunLock.Take(_folder.File("absent")));
        Assert.Contains("cannot write", error.Message, StringComparison.Ordinal);
        Assert.Contains("the folder was deleted", error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
