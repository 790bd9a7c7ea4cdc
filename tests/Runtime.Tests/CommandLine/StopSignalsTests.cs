using TrainSdk.CommandLine;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class StopSignalsTests
{
    [Theory]
    [InlineData(UnixSignal.Interrupt, ExitCode.Interrupted)]
    [InlineData(UnixSignal.Terminate, ExitCode.Terminated)]
    public void TheFirstSignalAsksForTheEndOfTheStep(int signal, int expected)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        using var error = new StringWriter();
        using var signals = new StopSignals(error);
        Assert.Null(signals.ExitCode);

        var isIgnored = UnixSignal.IsIgnored(signal);
        UnixSignal.Send(Environment.ProcessId, signal);

        if (isIgnored)
        {
            Assert.False(signals.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(1)));
            return;
        }
        Assert.True(signals.Token.WaitHandle.WaitOne(TimeSpan.FromSeconds(10)));
        Assert.Equal(expected, signals.ExitCode);
        Assert.Equal("stopping after this step; once more to quit at once", error.ToString().TrimEnd());
    }
}
