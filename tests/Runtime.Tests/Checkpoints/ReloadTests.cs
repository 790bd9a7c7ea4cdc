using System.Diagnostics;
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
        var (code, output, error) = Run(_folder.File("run"));
        Assert.True(code == 0, error);
        Assert.Equal(OtherProcess.OutputBits(model), output.Trim());
    }

    public void Dispose() => _folder.Dispose();

    private static (int Code, string Output, string Error) Run(string run)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(ReloadTests).Assembly.Location, run])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
