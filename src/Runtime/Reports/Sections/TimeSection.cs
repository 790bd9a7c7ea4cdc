using TrainSdk.Recording;
using System.Globalization;
using TrainSdk.Reports.Charts;
using TrainSdk.Settings;

namespace TrainSdk.Reports.Sections;

/// <summary>Where the time went: a bar for the whole run, a table, and how it went epoch by epoch.</summary>
internal static class TimeSection
{
    private const string Rest = "rest";

    public static void Write(ReportPage page, RunHistory run)
    {
        var parts = Parts(run);
        if (run.Epochs.Count == 0)
        {
            return;
        }
        page.Section("Time");
        if (parts.Count > 0)
        {
            Bar(page, parts);
        }
        page.Charts(Speed(run), parts.Count > 0 ? Course(run, parts) : null);
    }

    // Seconds of the whole run by what they went into; what no part counts is the rest.
    private static IReadOnlyList<(string Name, double Seconds)> Parts(RunHistory run)
    {
        var names = run.Epochs.SelectMany(static epoch => epoch.Times.Keys).Distinct().ToArray();
        if (names.Length == 0)
        {
            return [];
        }
        var sums = names.Select(name => (Name: name, Seconds: run.Epochs.Sum(epoch => Seconds(epoch.Times, name)))).ToArray();
        var rest = run.Epochs.Sum(static epoch => epoch.Seconds) - sums.Sum(static part => part.Seconds);
        return [.. sums.Where(static part => part.Seconds > 0), .. rest > 0 ? [(Rest, rest)] : Array.Empty<(string, double)>()];
    }

    private static void Bar(ReportPage page, IReadOnlyList<(string Name, double Seconds)> parts)
    {
        var whole = parts.Sum(static part => part.Seconds);
        var sentence = string.Join(", ", parts.Select(part => $"{ReportText.Words(part.Name)} {ReportText.Percent(part.Seconds / whole)}"));
        page.Html($"<div class=\"stack\" role=\"img\" aria-label=\"{ReportText.Html(sentence)}\">");
        foreach (var (at, part) in parts.Index())
        {
            var share = (100 * part.Seconds / whole).ToString("F2", CultureInfo.InvariantCulture);
            page.Html($"<div style=\"width:{share}%;background:var(--c{Colour(at)})\" title=\"{Title(part.Name)}\"></div>");
        }
        page.Html("</div>\n");
        page.BeginTable("Where the time went", "", ["part", "seconds", "share"]);
        foreach (var (at, part) in parts.Index())
        {
            page.Html($"<tr><th scope=\"row\"><span class=\"key\" style=\"background:var(--c{Colour(at)})\"></span>"
                + $"{Title(part.Name)}</th><td>{ReportText.Number(part.Seconds)}</td>"
                + $"<td>{ReportText.Percent(part.Seconds / whole)}</td></tr>\n");
        }
        page.EndTable();
    }

    private static Chart? Speed(RunHistory run) => Along(
        run, "Samples per second", new ChartSeries("training", [], [.. run.Epochs.Select(static epoch => epoch.SamplesPerSecond)]));

    private static Chart? Course(RunHistory run, IReadOnlyList<(string Name, double Seconds)> parts) => Along(
        run,
        "Seconds by part",
        [.. parts.Where(static part => part.Name != Rest).Select((part, at) =>
            new ChartSeries(ReportText.Words(part.Name), [], [.. run.Epochs.Select(epoch => Seconds(epoch.Times, part.Name))])
            {
                Colour = at % Palette.Colours,
            })]);

    private static Chart? Along(RunHistory run, string title, params IReadOnlyList<ChartSeries> series)
    {
        var axis = ChartAxis.Of(run);
        double[] ends = [.. run.Epochs.Select(epoch => axis.At(epoch.Step))];
        return Chart.Along(axis, title, [.. series.Select(each => each with { X = ends })]);
    }

    private static double Seconds(IReadOnlyDictionary<string, double> times, string part) =>
        times.TryGetValue(part, out var seconds) && double.IsFinite(seconds) ? seconds : 0;

    private static string Title(string part) => ReportText.Html(ReportText.Words(part));

    private static string Colour(int at) => NumberText.Format(at % Palette.Colours);
}
