using TrainSdk.Advice;
using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Reports.Sections;

/// <summary>What was trained, how it stands, and the numbers that one looks for first.</summary>
internal static class HeadSection
{
    public static void Write(ReportPage page, RunHistory run, RunStanding standing)
    {
        var folder = ReportText.Html(Path.GetFileName(run.Folder.Path));
        page.Html($"<h1>{ReportText.Html(run.Config.Model)} <span class=\"faint\">{folder}</span></h1>\n");
        page.Html($"<p>{ReportText.Html(Standing(run, standing))}</p>\n");
        if (standing == RunStanding.Going)
        {
            page.Html("<p class=\"faint\"><label><input type=\"checkbox\" id=\"reload\" checked> load this page anew every 10 seconds, "
                + "but not while a table is open</label></p>\n");
        }
        if (run.Result?.Divergence is { } divergence)
        {
            page.Html($"<p class=\"warning\" role=\"note\">{ReportText.Html(divergence)}</p>\n");
        }
        page.Html("<dl class=\"tiles\">\n");
        foreach (var (name, value) in Tiles(run))
        {
            page.Html($"<div><dt>{ReportText.Html(name)}</dt><dd>{ReportText.Html(value)}</dd></div>\n");
        }
        page.Html("</dl>\n");
    }

    private static string Standing(RunHistory run, RunStanding standing)
    {
        var done = run.Epochs.Count;
        var epochs = run.Text("epochs") is { } all ? $"{NumberText.Format(done)} of {all} epochs" : ReportText.Count(done, "epoch");
        var began = $"begun {ReportText.Time(run.Config.Started)}";
        return standing switch
        {
            RunStanding.Going => $"Training, {epochs} done; {began}, this page is of {ReportText.Time(DateTimeOffset.UtcNow)}.",
            RunStanding.Broken => $"Broke off after {epochs} without an end: the process was killed. 'resume' goes on; {began}.",
            _ => $"Ended: {ReportText.Words(run.Result!.StopReason)}, {epochs}; {began}.",
        };
    }

    private static IEnumerable<(string Name, string Value)> Tiles(RunHistory run)
    {
        foreach (var (split, measured) in new[] { ("test", run.Result?.Test), ("validation", run.Result?.Validation) })
        {
            if (measured is not null)
            {
                yield return ($"{split} {ReportText.Words(measured.Metric)}", ReportText.Number(measured.Value));
            }
        }
        if (run.Result?.BestEpoch is { } best)
        {
            yield return ("best epoch", NumberText.Format(best + 1));
        }
        yield return ("steps", NumberText.Format(run.Steps.Count == 0 ? 0 : run.Steps[^1].Step + 1));
        if (run.Epochs.Count > 0)
        {
            yield return ("time", ReportText.Duration(run.Epochs.Sum(static epoch => epoch.Seconds)));
            var speed = Series.Median(run.Epochs.Select(static epoch => epoch.SamplesPerSecond));
            yield return ("samples per second", ReportText.Number(Math.Round(speed)));
        }
        yield return ("device", run.Config.Device);
    }
}
