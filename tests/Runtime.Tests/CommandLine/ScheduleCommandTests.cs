using TrainSdk.CommandLine;
using TrainSdk.Runtime.Tests.Settings;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class ScheduleCommandTests
{
    [Fact]
    public void PrintsEveryStepAsCsvWithoutData()
    {
        using var german = new CultureScope("de-DE");
        using var app = new SampleApp();

        Assert.Equal(ExitCode.Done, app.Run("schedule", "--csv", "--steps-per-epoch", "2", "--lr", "0.5"));

        Assert.Equal("step,lr\n0,0.5\n1,0.5\n2,0.25\n3,0.25\n", app.Output.ReplaceLineEndings("\n"));
        Assert.Equal((0, ""), (app.Loads, app.Error));
    }

    [Fact]
    public void PrintsARowPerEpochForPeople()
    {
        using var app = new SampleApp();

        Assert.Equal(ExitCode.Done, app.Run("schedule", "--epochs", "2"));

        Assert.Equal(
            """
            epoch  first step  lr      last step  lr
            1      0           0.001   99         0.001
            2      100         0.0005  199        0.0005

            """,
            app.Output);
    }

    [Fact]
    public void SaysWhatTheRateWasScaledTo()
    {
        using var app = new SampleApp { ScaledLr = static settings => settings.Lr * 4 };

        Assert.Equal(ExitCode.Done, app.Run("schedule", "--epochs", "2"));
        Assert.StartsWith("learning rate 0.004, scaled from Lr 0.001 to the batch\nepoch ", app.Output.ReplaceLineEndings("\n"));

        using var csv = new SampleApp { ScaledLr = static settings => settings.Lr * 4 };
        Assert.Equal(ExitCode.Done, csv.Run("schedule", "--csv", "--steps-per-epoch", "1"));
        Assert.StartsWith("step,lr", csv.Output);
    }

    [Fact]
    public void WarnsOfAWarmupThatFillsTheRun()
    {
        using var app = new SampleApp();

        Assert.Equal(ExitCode.Done, app.Run("schedule", "--csv", "--warmup", "20steps", "--steps-per-epoch", "10"));

        Assert.StartsWith("warning: Warmup 20steps fills the run of 2 epochs", app.Error);
    }
}
