using TrainSdk.CommandLine;
using TrainSdk.Data;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class DataCheckTests
{
    [Fact]
    public void ThePageIsWrittenAndTheNumbersAreSaid()
    {
        using var app = new SampleApp();
        var sheet = app.Folder.File("pages/data.html");

        Assert.Equal(ExitCode.Done, app.Run("check", "data", "--sheet", sheet));

        var lines = app.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        Assert.Equal("samples training 36, validation 12, test 12", lines[0]);
        Assert.Equal("inputs [4] float32", lines[1]);
        Assert.StartsWith("values 1  -1 to 1  mean 0 ± 0.816497", lines[2], StringComparison.Ordinal);
        Assert.Contains("classes 3, 12 to 12 training samples each", lines);
        Assert.Equal($"sheet {sheet}", lines[^1]);
        Assert.StartsWith("warning: 1 column of the training split is constant: '4'", app.Error, StringComparison.Ordinal);
        Assert.StartsWith("<!doctype html>", File.ReadAllText(sheet), StringComparison.Ordinal);
        Assert.Equal(1, app.Loads);
    }

    [Fact]
    public void ALeakIsAWarning()
    {
        using var app = new SampleApp
        {
            Load = static _ => new DataSplits(SampleApp.Samples(), test: SampleApp.Samples().Select([2, 5])),
        };
        Assert.Equal(ExitCode.Done, app.Run("check", "data", "--sheet", app.Folder.File("data.html")));
        Assert.Contains("warning: 2 samples of the test split are in the training split too, such as ", app.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--folds is for check kfold; leave it out", "check", "data", "--folds", "3")]
    [InlineData("--sheet is for check data; leave it out", "check", "kfold", "--sheet", "x.html")]
    [InlineData("check has no 'date'; did you mean 'data'?; write check data|dev-run|overfit|profile|summary|kfold", "check", "date")]
    public void WrongUse(string expected, params string[] args)
    {
        using var app = new SampleApp();
        Assert.Equal(expected, app.Refused(args));
    }
}
