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

        var isIgnored = IsIgnored(signal);
        Assert.Equal(0, Kill(Environment.ProcessId, signal));

        if (isIgnored)
        {
            Assert.False(signals.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(1)));
            return;
        }
        Assert.True(signals.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(10)));
        Assert.Equal(expected, signals.ExitCode);
        Assert.Equal("stopping after this step; once more to quit at once", error.ToString().TrimEnd());
    }

    // A shell without job control starts background jobs with SIGINT ignored; there it must stay ignored.
    private static bool IsIgnored(int signal)
    {
        const string ignored = "SigIgn:";
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }
        var mask = File.ReadLines("/proc/self/status").Single(static line => line.StartsWith(ignored, StringComparison.Ordinal));
        return ((Convert.ToUInt64(mask[ignored.Length..].Trim(), 16) >> (signal - 1)) & 1) == 1;
    }

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int Kill(int process, int signal);
}
