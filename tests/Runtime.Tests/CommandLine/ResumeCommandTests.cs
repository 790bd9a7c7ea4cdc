using TrainSdk.CommandLine;
using TrainSdk.Runtime.Tests.Settings;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class ResumeCommandTests
{
    [Fact]
    public void ARunGetsMoreEpochsAndTheChangesAreSaid()
    {
        using var app = new SampleApp();
        Assert.Equal(ExitCode.Done, app.Run("--epochs", "2", "--lr", "0.05", "--threads", "1", "--run-dir", app.RunFolder));
        var before = app.Output.Length;

        Assert.Equal(ExitCode.Done, app.Run("resume", app.RunFolder, "--epochs", "4", "--threads", "1"));

        var said = app.Output[before..].ReplaceLineEndings("\n");
        Assert.Contains("setting Epochs 4 (--epochs)\n", said);
        Assert.DoesNotContain("setting Lr", said);
        Assert.Contains("epoch 3/4  ", said);
        Assert.DoesNotContain("epoch 2/4  ", said);
        Assert.EndsWith($"run {app.RunFolder}\n", said);
        Assert.Contains($"note: resumed {app.RunFolder} at epoch 2, step ", app.Error);
        Assert.Contains("note: --epochs was 2 and is 4", app.Error);
        Assert.Equal(5, File.ReadAllLines(Path.Combine(app.RunFolder, "epochs.csv")).Length);
    }

    [Fact]
    public void TheTimeLimitHasItsExitCodeAndTheRunGoesOn()
    {
        using var app = new SampleApp();
        string[] arguments = ["--epochs", "100000", "--threads", "1", "--max-time", "1s", "--run-dir", app.RunFolder];

        Assert.Equal(ExitCode.TimeLimit, app.Run(arguments));

        Assert.Contains("out of time after ", app.Output);
        Assert.Contains($"saved; 'resume {app.RunFolder}' goes on", app.Output);
        var epochs = File.ReadAllLines(Path.Combine(app.RunFolder, "epochs.csv")).Length - 1;
        var more = $"{epochs + 3}";
        Assert.Equal(ExitCode.Done, app.Run("resume", app.RunFolder, "--epochs", more, "--threads", "1"));
        Assert.Contains($"completed after {more} epochs", app.Output);
    }

    [Theory]
    [InlineData("a finished run", "has done its 1 epoch; give it more, such as --epochs 2")]
    [InlineData("--batch-size 5", "--batch-size was")]
    [InlineData("--epochs 0", "--epochs")]
    public void WhatCannotGoOnIsRefusedInOneLine(string words, string expected)
    {
        using var app = new SampleApp();
        Assert.Equal(ExitCode.Done, app.Run("--epochs", "1", "--threads", "1", "--run-dir", app.RunFolder));

        string[] options = words.StartsWith('-') ? words.Split(' ') : [];
        Assert.Equal(ExitCode.WrongUse, app.Run(["resume", app.RunFolder, "--threads", "1", .. options]));

        Assert.Contains(expected, app.Error);
        Assert.Single(app.Error.Split('\n'), static line => line.StartsWith("error: ", StringComparison.Ordinal));
        Assert.DoesNotContain("   at ", app.Error);
    }

    [Fact]
    public void ARunMustBeNamed()
    {
        using var app = new SampleApp();
        Assert.Equal(ExitCode.WrongUse, app.Run("resume"));
        Assert.Contains("resume needs RUN", app.Error);
    }

    [Theory]
    [InlineData("45s", 45)]
    [InlineData("90m", 5400)]
    [InlineData("11h30m", 41400)]
    [InlineData("1.5h", 5400)]
    [InlineData("2d", 172800)]
    public void TimesAreReadWithTheirUnits(string text, double seconds)
    {
        Assert.True(TimeText.TryParse(text, out var time));
        Assert.Equal(seconds, time.TotalSeconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("90")]
    [InlineData("0s")]
    [InlineData("1,5h")]
    [InlineData("30m1h")]
    [InlineData("-1h")]
    [InlineData("99999999999d")]
    public void WhatIsNoTimeIsRefused(string text)
    {
        Assert.False(TimeText.TryParse(text, out _));
        using var app = new SampleApp();
        if (text.Length > 0)
        {
            Assert.Equal(ExitCode.WrongUse, app.Run($"--max-time={text}"));
            Assert.Contains("--max-time: ", app.Error);
        }
    }
}
