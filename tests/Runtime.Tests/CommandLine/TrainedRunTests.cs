using TrainSdk.CommandLine;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.CommandLine;

/// <summary>What can be done with a run once it is there: evaluate, predict, runs.</summary>
public sealed class TrainedRunTests : IDisposable
{
    private readonly SampleApp _app = new();
    private readonly string _before = Directory.GetCurrentDirectory();

    public TrainedRunTests() => Directory.SetCurrentDirectory(_app.Folder.Path);

    public void Dispose()
    {
        Directory.SetCurrentDirectory(_before);
        _app.Dispose();
    }

    [Fact]
    public void EvaluateTakesTheRunsSettingsOverTheAttributes()
    {
        var run = Train("--width", "5", "--split-seed", "9", "--lr", "0.05");
        long? splitSeed = null;
        using var later = new SampleApp { Load = settings => SampleApp.Samples().Split((splitSeed = settings.SplitSeed).Value, 0.2, 0.2) };

        Assert.Equal(ExitCode.Done, later.Run("evaluate", run, "--threads", "1"));

        Assert.Equal(9, splitSeed);
        Assert.Equal("", later.Error);
        Assert.Contains(LineOf(_app.Output, "test accuracy "), later.Output);
        Assert.Contains("validation loss ", later.Output);
        Assert.EndsWith($"run {run}", later.Output.TrimEnd());
    }

    [Fact]
    public void EvaluateTakesTheLatestRun()
    {
        Train();

        Assert.Equal(ExitCode.Done, _app.Run("evaluate", "--threads", "1"));
    }

    [Fact]
    public void PredictAnswersFilesAndRowsWithoutData()
    {
        var run = Train("--epochs", "40", "--lr", "0.05");
        File.WriteAllText("rows.csv", "-1,0.1,1,1\n1,0.2,-1,1\n");
        using var later = new SampleApp();

        Assert.Equal(ExitCode.Done, later.Run("predict", "0,0.5,0,1", "rows.csv", "--run", run, "--threads", "1"));

        var lines = later.Output.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.Matches("^label +probability +left +middle +right$", lines[0]);
        Assert.Equal(["middle", "left", "right"], lines[1..].Select(static line => line.Split(' ')[0]));
        Assert.Equal(0, later.Loads);
    }

    [Theory]
    [InlineData("1,2,x,4", "value 3 of the row is 'x'; give numbers such as 0,0.5,3")]
    [InlineData("1,2", "expected 4 numbers ([4]), got 2")]
    public void PredictRefusesOtherRows(string row, string expected)
    {
        var run = Train();

        Assert.Equal(expected, _app.Refused("predict", row, "--run", run, "--threads", "1"));
    }

    [Fact]
    public void PredictTakesNegativeNumbers()
    {
        var run = Train();

        Assert.Equal(ExitCode.Done, _app.Run("predict", "-1,-2,0.5,1", "--run", run, "--threads", "1"));
    }

    [Fact]
    public void PredictNamesTheMissingFile()
    {
        var run = Train();

        var line = _app.Refused("predict", "digits.csv", "--run", run, "--threads", "1");

        Assert.StartsWith($"there is no file {Path.GetFullPath("digits.csv")}; ", line);
    }

    [Fact]
    public void ARunThatIsNotThereIsOneLine() => Assert.StartsWith("there is no run in ", _app.Refused("evaluate", "--threads", "1"));

    [Fact]
    public void WeightsThatDoNotFitAreOneLine()
    {
        var run = Train();
        using var other = new SampleApp { Build = static settings => new SmallNet(settings.Width, outputs: 4) };

        Assert.Contains("head.weight", other.Refused("evaluate", run, "--threads", "1"));
    }

    [Fact]
    public void AFileThatIsNotWeightsIsOneLine()
    {
        var run = Train();
        File.WriteAllText(Path.Combine(run, "checkpoints", "best.safetensors"), "hello");

        Assert.Contains("best.safetensors", _app.Refused("evaluate", run, "--threads", "1"));
    }

    [Fact]
    public void RunsAreATable()
    {
        Assert.Equal(ExitCode.Done, _app.Run("runs"));
        Assert.StartsWith("there is no run in ", _app.Output);
        var run = Train();
        var killed = Directory.CreateDirectory(Path.Combine("runs", "99991231-000000-Killed"));
        File.Copy(Path.Combine(run, "config.json"), Path.Combine(killed.FullName, "config.json"));
        using var later = new SampleApp();

        Assert.Equal(ExitCode.Done, later.Run("runs"));

        var lines = later.Output.TrimEnd().ReplaceLineEndings("\n").Split('\n');
        Assert.Matches("^run +best epoch +epochs +metric +value +ended$", lines[0]);
        Assert.Matches(@$"^{Path.GetFileName(run)} +[12] +2 +test accuracy +[\d.]+ +completed$", lines[1]);
        Assert.Matches("^99991231-000000-Killed +- +- +- +- +not finished$", lines[2]);
    }

    private string Train(params string[] args)
    {
        Assert.Equal(ExitCode.Done, _app.Run([.. args, "--threads", "1"]));
        return LineOf(_app.Output, "run ")["run ".Length..];
    }

    private static string LineOf(string output, string start) =>
        output.ReplaceLineEndings("\n").Split('\n').Last(line => line.StartsWith(start, StringComparison.Ordinal));
}
