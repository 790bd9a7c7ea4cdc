using TrainSdk.Recording;

namespace TrainSdk.Runtime.Tests.CommandLine;

public sealed class ReportCommandTests : IDisposable
{
    private readonly SampleApp _app = new();

    [Fact]
    public void TrainingWritesAPageAndTheCommandWritesItAnew()
    {
        Assert.Equal(0, _app.Run("--epochs", "3", "--run-dir", _app.RunFolder));
        var page = Path.Combine(_app.RunFolder, "report.html");
        Assert.Contains("Ended: completed, 3 of 3 epochs", File.ReadAllText(page), StringComparison.Ordinal);
        File.Delete(page);

        Assert.Equal(0, _app.Run("report", _app.RunFolder));

        Assert.Contains("Ended: completed, 3 of 3 epochs", File.ReadAllText(page), StringComparison.Ordinal);
        Assert.EndsWith($"report {page}", _app.Output.TrimEnd(), StringComparison.Ordinal);
    }

    [Fact]
    public void ARunWithoutAnEndBrokeOff()
    {
        Assert.Equal(0, _app.Run("--epochs", "2", "--run-dir", _app.RunFolder));
        File.Delete(RunFolder.Find(_app.RunFolder).Result);

        Assert.Equal(0, _app.Run("report", _app.RunFolder));

        Assert.Contains("Broke off after 2 of 2 epochs", File.ReadAllText(Path.Combine(_app.RunFolder, "report.html")), StringComparison.Ordinal);
    }

    [Fact]
    public void SeveralRunsAreComparedAndWhatDiffersStandsFirst()
    {
        var (first, second, page) = (_app.Folder.File("first"), _app.Folder.File("second"), _app.Folder.File("both.html"));
        Assert.Equal(0, _app.Run("--epochs", "2", "--lr", "0.01", "--run-dir", first));
        Assert.Equal(0, _app.Run("--epochs", "3", "--lr", "0.02", "--run-dir", second));

        Assert.Equal(0, _app.Run("report", first, second, "--output", page));

        var html = File.ReadAllText(page);
        Assert.Contains("<tr class=\"changed\"><th scope=\"row\">lr</th><td>0.01</td><td>0.02</td></tr>", html, StringComparison.Ordinal);
        Assert.Contains("<tr><th scope=\"row\">splitSeed</th>", html, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"second\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public void ARunThatIsNotThereIsNamed() => Assert.Contains("is no run folder", _app.Refused("report", _app.Folder.File("none")), StringComparison.Ordinal);

    public void Dispose() => _app.Dispose();
}
