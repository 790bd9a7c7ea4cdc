using System.Text.RegularExpressions;
using TrainSdk.CommandLine;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("-h")]
    [InlineData("--lr", "x", "-?")]
    public void ShowsCommandsAndTheOptionsOfTrain(params string[] args)
    {
        using var app = new SampleApp();

        Assert.Equal(ExitCode.Done, app.Run(args));

        var output = Regex.Replace(app.Output.ReplaceLineEndings("\n"), @"(?<=\S) {2,}", "  ");
        Assert.StartsWith("Usage: SmallNet [COMMAND] [OPTIONS]\n\nCommands:\n  train  trains the model (the default)\n", output);
        Assert.Contains("\n  predict INPUT...  answers ", output);
        Assert.Contains("\nTraining:\n  --lr NUMBER ", output);
        Assert.Contains("  learning rate, greater than 0 [default: 0.001]\n", output);
        Assert.Contains("\nOptimizer:\n  --momentum NUMBER", output);
        Assert.Contains("  linear rise of the learning rate, in epochs (5), steps (500steps) or share of the run (10%), ", output);
        Assert.Contains("\nModel:\n  --width N", output);
        Assert.Contains("  units of the hidden layer [default: 8]\n", output);
        Assert.Contains("\nMachine and files:\n  --config FILE", output);
    }

    [Fact]
    public void ShowsOneCommand()
    {
        using var app = new SampleApp();

        Assert.Equal(ExitCode.Done, app.Run("predict", "--help"));

        var output = app.Output.ReplaceLineEndings("\n");
        Assert.StartsWith("predict INPUT...: answers a CSV file's rows, a picture, or a row such as 0,0,5; goes on with a prompt\n", output);
        Assert.Contains("\n\nUsage: SmallNet predict INPUT... [OPTIONS]\n", output);
        Assert.Contains("--run RUN", output);
        Assert.DoesNotContain("--lr", output);
    }

    [Fact]
    public void ShowsTheVersions()
    {
        using var app = new SampleApp();

        Assert.Equal(ExitCode.Done, app.Run("--version"));

        Assert.Equal($"SmallNet, TrainSdk {Versions.TrainSdk}{Environment.NewLine}", app.Output);
        Assert.NotEqual("unknown", Versions.TrainSdk);
    }
}
