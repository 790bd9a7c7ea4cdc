using System.Runtime.InteropServices;
using TrainSdk.CommandLine;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class StopSignalsTests
{
    private const int Interrupt = 2;
    private const int Terminate = 15;

    [Theory]
    [InlineData(Interrupt, ExitCode.Interrupted)]
    [InlineData(Terminate, ExitCode.Terminated)]
    public void TheFirstSignalAsksForTheEndOfTheStep(int signal, int expected)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        using var error = new StringWriter();
        using var signals = new StopSignals(error);
        Assert.Null(signals.ExitCode);

        Assert.Equal(0, Kill(Environment.ProcessId, signal));

        Assert.True(signals.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(10)));
        Assert.Equal(expected, signals.ExitCode);
        Assert.Equal("stopping after this step; once more to quit at once", error.ToString().TrimEnd());
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
