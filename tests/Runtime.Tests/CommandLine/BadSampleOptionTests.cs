using TrainSdk.CommandLine;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.CommandLine;

/// <summary><c>--on-bad-sample</c>: samples of <c>--data</c> that cannot be read end the run, or are left out of it.</summary>
public sealed class BadSampleOptionTests : IDisposable
{
    private static readonly string[] Short = ["--epochs", "1", "--batch-size", "8", "--threads", "1", "--warmup", "0"];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void ARunLeavesThemOutListsThemAndIsMeasuredAndGoesOnAlike()
    {
        using var app = new SampleApp();
        var table = Table();

        Assert.Equal(ExitCode.Done, app.Run(["--data", table, "--on-bad-sample", "skip", "--run-dir", app.RunFolder, .. Short]));

        Assert.Contains("samples train 39, validation 9, test 12", app.Output, StringComparison.Ordinal);
        Assert.Contains($"1 samples could not be read and are left out: {table}, line 62: ", app.Error, StringComparison.Ordinal);
        Assert.Contains("\"onBadSample\": \"skip\"", File.ReadAllText(Path.Combine(app.RunFolder, "config.json")), StringComparison.Ordinal);
        Assert.Contains(",sample_skipped,", File.ReadAllText(Path.Combine(app.RunFolder, "events.csv")), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, app.Run("evaluate", app.RunFolder));
        Assert.Equal(ExitCode.Done, app.Run("resume", app.RunFolder, "--epochs", "2"));
    }

    [Theory]
    [InlineData]
    [InlineData("--on-bad-sample", "fail")]
    public void TheyEndTheRunOtherwise(params string[] given)
    {
        using var app = new SampleApp();
        var table = Table();
        Assert.StartsWith($"{table}, line 62: the row has 1 values where 5 were expected", app.Refused(["--data", table, .. given]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--on-bad-sample says how to read --data, which is not given", "--on-bad-sample", "skip")]
    [InlineData("--on-bad-sample: 'drop' is not fail or skip", "--data", "x.csv", "--on-bad-sample", "drop")]
    public void WrongUse(string expected, params string[] args)
    {
        using var app = new SampleApp();
        Assert.Equal(expected, app.Refused(args));
    }

    [Fact]
    public void ATextHasNothingToLeaveOut()
    {
        using var app = new SampleApp();
        File.WriteAllText(_folder.File("a.txt"), "abc");
        Assert.StartsWith(
            "--on-bad-sample: a text is read as a whole", app.Refused("--data", _folder.File("a.txt"), "--on-bad-sample", "skip"), StringComparison.Ordinal);
    }

    private string Table()
    {
        var rows = Enumerable.Range(0, 60).Select(static row => $"{row % 17}.5,{row % 5},{row % 7},{row % 3},{new[] { "lily", "rose", "tulip" }[row % 3]}");
        File.WriteAllLines(_folder.File("flowers.csv"), ["a,b,c,d,kind", .. rows, "broken"]);
        return _folder.File("flowers.csv");
    }
}
