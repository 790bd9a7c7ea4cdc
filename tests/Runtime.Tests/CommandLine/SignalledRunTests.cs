using System.Diagnostics;
using TrainSdk.CommandLine;

namespace TrainSdk.Runtime.Tests.CommandLine;

/// <summary>Signals to a training in a process of its own.</summary>
public sealed class SignalledRunTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    [Theory]
    [InlineData(UnixSignal.Interrupt, ExitCode.Interrupted)]
    [InlineData(UnixSignal.Terminate, ExitCode.Terminated)]
    public void ASignalSavesAndTheRunGoesOnFromThatStep(int signal, int expected)
    {
        if (OperatingSystem.IsWindows() || UnixSignal.IsIgnored(signal))
        {
            return;
        }
        using var app = new SampleApp();
        using var process = Start(app);
        WaitFor(process, () => Rows(app) >= 10);
        UnixSignal.Send(process.Id, signal);
        Assert.Equal(expected, ExitOf(process));

        var steps = Rows(app);
        Assert.Equal(ExitCode.Done, app.Run("resume", app.RunFolder, "--epochs", "40", "--threads", "1"));
        Assert.Contains($"step {steps}", app.Error);
        Assert.Equal(Enumerable.Range(0, Rows(app)), StepsOf(app));
    }

    [Fact]
    public void ASecondSignalLeavesAtOnceAndTheLastCheckpointIsGood()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        using var app = new SampleApp();
        using var process = Start(app);
        WaitFor(process, () => File.Exists(app.RunFolder + OtherProcess.AsleepEnd));
        UnixSignal.Send(process.Id, UnixSignal.Terminate);
        Assert.False(process.WaitForExit(TimeSpan.FromSeconds(1)), "the step of a minute is not waited for");
        UnixSignal.Send(process.Id, UnixSignal.Terminate);
        Assert.Equal(ExitCode.Terminated, ExitOf(process));

        Assert.Equal(ExitCode.Done, app.Run("resume", app.RunFolder, "--epochs", "40", "--threads", "1"));
        Assert.Equal(Enumerable.Range(0, Rows(app)), StepsOf(app));
    }

    [Fact]
    public void ASignalledSweepGoesOnByTheSameCommand()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        using var app = new SampleApp();
        string[] sweep = ["sweep", "--grid", "--lr", "0.1,0.03,0.01", "--epochs", "8", "--threads", "1", "--run-dir", app.RunFolder];
        using var process = OtherProcess.Start([OtherProcess.TrainSlowly, .. sweep]);
        WaitFor(process, () => Directory.Exists(Path.Combine(app.RunFolder, "trial-2", "checkpoints")));
        UnixSignal.Send(process.Id, UnixSignal.Terminate);
        Assert.Equal(ExitCode.Terminated, ExitOf(process));
        var first = Path.Combine(app.RunFolder, "trial-1", "result.json");
        var ended = File.GetLastWriteTimeUtc(first);

        Assert.Equal(ExitCode.Done, app.Run(sweep));
        Assert.Contains("1 of 3 trials ended before", app.Output);
        Assert.Equal(ended, File.GetLastWriteTimeUtc(first));
        Assert.Contains("\"resumed\": [\n", File.ReadAllText(Path.Combine(app.RunFolder, "trial-2", "config.json")));
        Assert.Equal(4, File.ReadAllLines(Path.Combine(app.RunFolder, "sweep.csv")).Length);
    }

    private static Process Start(SampleApp app) => OtherProcess.Start(
        OtherProcess.TrainSlowly, "--epochs", "1000", "--threads", "1", "--checkpoint-every", "1s", "--run-dir", app.RunFolder);

    private static void WaitFor(Process process, Func<bool> condition)
    {
        var waited = Stopwatch.StartNew();
        while (!condition())
        {
            Assert.False(process.HasExited, "the training has ended by itself");
            Assert.True(waited.Elapsed < Patience, $"the training was not so far within {Patience}");
            Thread.Sleep(20);   // another process' files can only be looked at again and again
        }
    }

    private static int ExitOf(Process process)
    {
        if (!process.WaitForExit(Patience))
        {
            process.Kill();
            Assert.Fail($"the process has not ended within {Patience}");
        }
        return process.ExitCode;
    }

    private static int Rows(SampleApp app) => StepsOf(app).Count();

    private static IEnumerable<int> StepsOf(SampleApp app)
    {
        var path = Path.Combine(app.RunFolder, "steps.csv");
        if (!File.Exists(path))
        {
            return [];
        }
        using var reader = new StreamReader(new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return [.. reader.ReadToEnd().Split('\n').Skip(1).SkipLast(1).Select(static row => int.Parse(row.Split(',')[0]))];
    }
}
