using TrainSdk.Files;
using TrainSdk.Recording;
using TrainSdk.Reports;
using TrainSdk.Runtime.Tests.Files;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Reports;

public sealed class LiveReportTests : IDisposable
{
    private readonly FullRun _run = new();
    private readonly StoppedTime _time = new();
    private readonly ListLogger _logger = new();

    [Fact]
    public void ThePageIsWrittenAtTheStartFromTimeToTimeAndAtTheEnd()
    {
        var report = new LiveReport(_run.Folder, _logger, _time);
        report.Begin();
        Assert.Contains("<body data-going>", Taken()!, StringComparison.Ordinal);
        report.Update();
        Assert.Null(Taken());

        _time.Now += TimeSpan.FromSeconds(5);
        report.Update();
        Assert.NotNull(Taken());
        report.Update();
        Assert.Null(Taken());

        report.End();
        Assert.DoesNotContain("<body data-going>", Taken()!, StringComparison.Ordinal);
    }

    [Fact]
    public void APageThatTakesLongToWriteIsWrittenMoreRarely()
    {
        var time = new TickingTime();
        var report = new LiveReport(_run.Folder, _logger, time);
        report.Begin();
        time.Now = TimeSpan.FromSeconds(10);
        report.Update();
        Assert.NotNull(Taken());

        // Its look at the clock made it a second long, so that it may come again after 400.
        time.Now += TimeSpan.FromSeconds(398);
        report.Update();
        Assert.Null(Taken());
        time.Now += TimeSpan.FromSeconds(2);
        report.Update();
        Assert.NotNull(Taken());
    }

    [Fact]
    public void APageThatCannotBeWrittenIsSaidOnceAndEndsNothing()
    {
        Directory.CreateDirectory(_run.Folder.Report + AtomicFile.TemporaryEnding);
        var report = new LiveReport(_run.Folder, _logger, _time);

        report.Begin();
        report.End();

        Assert.Contains("report.html", Assert.Single(_logger.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutARunFolderNothingIsWritten()
    {
        var report = new LiveReport(null, _logger, _time);
        report.Begin();
        report.Update();
        report.End();

        Assert.Empty(_logger.Lines);
    }

    public void Dispose() => _run.Dispose();

    /// <summary>Each look at it takes a second.</summary>
    private sealed class TickingTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => (Now += TimeSpan.FromSeconds(1)).Ticks;
    }

    private string? Taken()
    {
        if (!File.Exists(_run.Folder.Report))
        {
            return null;
        }
        var page = File.ReadAllText(_run.Folder.Report);
        File.Delete(_run.Folder.Report);
        return page;
    }
}
