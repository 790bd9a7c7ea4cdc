using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.Checkpoints;

public sealed class ReloadTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void AnotherProcessGivesTheSameOutputsBitForBit()
    {
        using var model = new SmallNet();
        SmallLoop.Fit(model, Samples.Splits(), new SmallSettings(), new RunOptions { RunDirectory = _folder.File("run") });
        var (code, output, error) = OtherProcess.Run(_folder.File("run"));
        Assert.True(code == 0, error);
        Assert.Equal(OtherProcess.OutputBits(model), output);
    }

    public void Dispose() => _folder.Dispose();
}
