using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Reports.Sections;

/// <summary>What happened that no training does by itself.</summary>
internal static class EventSection
{
    private const int MostEvents = 200;

    public static void Write(ReportPage page, RunHistory run)
    {
        if (run.Events.Count == 0)
        {
            return;
        }
        page.Section("Events");
        page.Table(
            run.Events.Count > MostEvents ? $"the first {MostEvents} of {run.Events.Count} events" : "events",
            ["step", "time", "event", "detail"],
            [.. run.Events.Take(MostEvents).Select(static row => (string[])
                [NumberText.Format(row.Step), row.Time, ReportText.Words(row.Event), row.Detail])],
            isText: true);
    }
}
