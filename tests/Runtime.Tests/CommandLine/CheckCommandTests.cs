using TrainSdk.CommandLine;
using TrainSdk.Metrics;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class CheckCommandTests
{
    [Fact]
    public void KFoldPrintsEveryFoldAndTheMean()
    {
        using var app = new SampleApp();
        Assert.Equal(ExitCode.Done, app.Run("check", "kfold", "--folds", "4", "--epochs", "2", "--device", "cpu", "--batch-size", "4"));
        var lines = app.Output.ReplaceLineEndings("\n").TrimEnd().Split('\n');
        var folds = lines.Where(static line => line.StartsWith("fold ", StringComparison.Ordinal)).ToArray();
        Assert.Equal(4, folds.Length);
        Assert.Matches(@"^fold 1/4  train 36  validation 12  completed  best epoch \d  loss [0-9.]+  accuracy [0-9.]+$", folds[0]);
        Assert.Matches(@"^mean loss [0-9.]+ ± [0-9.]+$", lines[^2]);
        Assert.Matches(@"^mean accuracy [0-9.]+ ± [0-9.E-]+$", lines[^1]);
        Assert.False(Directory.Exists("runs"));
    }

    [Fact]
    public void KFoldReadsWithAsManyThreadsAsAreAskedFor()
    {
        RunOptions? options = null;
        using var app = new SampleApp
        {
            Train = (_, given) =>
            {
                options = given;
                return FakeResult.Of(StopReason.Canceled, Evaluation.None, null);
            },
        };
        app.Run("check", "kfold", "--workers", "3");
        Assert.Equal(3, options!.Workers);
    }

    [Theory]
    [InlineData("--workers is for check dev-run and check profile and check kfold; leave it out", "check", "data", "--workers", "2")]
    [InlineData("--run-dir is for check kfold; leave it out", "check", "data", "--run-dir", "folds")]
    [InlineData("--device is for check dev-run and check overfit and check profile and check kfold; leave it out", "check", "data", "--device", "cpu")]
    [InlineData("--workers: '-1' must be a whole number such as 4, at least 0", "check", "kfold", "--workers", "-1")]
    [InlineData("48 samples cannot be cut into 49 folds; give 2 to 48", "check", "kfold", "--folds", "49")]
    [InlineData("--folds: '0' must be a whole number such as 5, at least 1", "check", "kfold", "--folds", "0")]
    [InlineData("check has no 'kfolds'; did you mean 'kfold'?; write check data|dev-run|overfit|profile|summary|kfold", "check", "kfolds")]
    [InlineData("check needs data|dev-run|overfit|profile|summary|kfold; see check --help", "check")]
    public void WrongUse(string expected, params string[] args)
    {
        using var app = new SampleApp();
        Assert.Equal(expected, app.Refused(args));
    }
}
