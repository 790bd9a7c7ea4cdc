using TrainSdk.Recording;
using TrainSdk.Recording.History;
using TrainSdk.Reports.Charts;
using TrainSdk.Reports.Sections;
using TrainSdk.Settings;

namespace TrainSdk.Reports;

/// <summary>Several runs on one page: how they ended, in which settings they differ, and their curves laid over each other.</summary>
internal static class Comparison
{
    /// <summary>The page's name where none is given.</summary>
    public const string FileName = "comparison.html";

    private const string None = "–";

    /// <summary>Writes the page.</summary>
    /// <param name="to">Where to.</param>
    /// <param name="runs">Two or more, in the order of their colours.</param>
    public static void Write(TextWriter to, IReadOnlyList<RunHistory> runs)
    {
        var names = Names(runs);
        ReportPage.Write(to, $"{runs.Count} runs compared", isGoing: false, page =>
        {
            page.Html($"<h1>{NumberText.Format(runs.Count)} runs compared</h1>\n");
            Results(page, runs, names);
            Settings(page, runs, names);
            Curves(page, runs, names);
        });
    }

    private static void Results(ReportPage page, IReadOnlyList<RunHistory> runs, IReadOnlyList<string> names)
    {
        page.Section("Results", "With the kept weights. Choose by the validation split; the test split is for the run that was chosen.");
        page.BeginTable(
            "Results of the runs", "", ["run", "ended", "best epoch", "epochs", "validation loss", "validation", "test", "time"]);
        foreach (var (at, run) in runs.Index())
        {
            string[] cells =
            [
                run.Result is { } result ? ReportText.Words(result.StopReason) : "not ended",
                run.Result?.BestEpoch is { } best ? NumberText.Format(best + 1) : None,
                NumberText.Format(run.Epochs.Count),
                run.Result?.Validation is { } validation ? ReportText.Number(validation.Loss) : None,
                Measured(run.Result?.Validation),
                Measured(run.Result?.Test),
                ReportText.Duration(run.Epochs.Sum(static epoch => epoch.Seconds)),
            ];
            page.Html($"<tr><th scope=\"row\"><span class=\"key\" style=\"{Key(at, runs.Count)}\"></span>{ReportText.Html(names[at])}</th>"
                + $"{string.Concat(cells.Select(static cell => $"<td>{ReportText.Html(cell)}</td>"))}</tr>\n");
        }
        page.EndTable();
    }

    // Settings and facts in which runs differ stand first and are marked.
    private static void Settings(ReportPage page, IReadOnlyList<RunHistory> runs, IReadOnlyList<string> names)
    {
        var facts = runs
            .Select(static run => ConfigurationSection.Facts(run.Config).ToDictionary(static fact => fact.Name, static fact => fact.Value))
            .ToArray();
        var model = Row("model", runs.Select(static run => run.Config.Model));
        var rows = runs.SelectMany(static run => run.Config.Settings.Keys).Distinct()
            .Select(setting => Row(setting, runs.Select(run => run.Text(setting))))
            .Concat(facts.SelectMany(static each => each.Keys).Distinct()
                .Select(fact => Row(fact, facts.Select(each => each.GetValueOrDefault(fact)))))
            .Prepend(model)
            .OrderByDescending(static row => row.Differs)
            .ToArray();
        var differing = rows.Count(static row => row.Differs);
        page.Section("Settings", differing == 0
            ? "The runs have the same settings."
            : $"The runs differ in {NumberText.Format(differing)} of them, which stand first.");
        page.Table(
            "Settings of the runs", ["setting", .. names], [.. rows.Select(static row => row.Cells)], isText: true, at => rows[at].Differs);
    }

    private static void Curves(ReportPage page, IReadOnlyList<RunHistory> runs, IReadOnlyList<string> names)
    {
        var axes = ChartAxis.Of(runs);
        Chart? Over(string title, Func<RunHistory, ChartAxis, ChartSeries> series) => Chart.Along(
            axes[0],
            title,
            [.. runs.Select((run, at) => series(run, axes[at]) with { Name = names[at], Colour = at, Low = null, High = null })])
            is { } chart ? chart with { StepsPerEpoch = null } : null;
        ChartSeries Of(IReadOnlyList<MeasuredRow> rows, ChartAxis axis, Func<MeasuredRow, double> value) =>
            Thinned.Curve("", rows.Count, at => axis.At(rows[at].Step), at => value(rows[at]));
        var metrics = runs.SelectMany(static run => run.Epochs.SelectMany(static epoch => epoch.Validation.Metrics.Keys)).Distinct();

        page.Section("Curves", "Drag across a chart to zoom, double-click to see all again; a click in a legend hides a run.");
        page.Charts(
        [
            Over("Validation loss", (run, axis) => Of(run.Validations, axis, static row => row.Loss)),
            .. metrics.Select(metric => Over(
                $"Validation {ReportText.Words(metric)}",
                (run, axis) => Of(run.Validations, axis, row => row.Metrics.GetValueOrDefault(metric, double.NaN)))),
            Over("Training loss", (run, axis) => StepCurve.Of(run, axis, "", 0, static step => step.Loss)),
            Over("Learning rate", (run, axis) => StepCurve.Of(run, axis, "", 0, static step => step.Lr)),
            Over("Gradient norm", (run, axis) => StepCurve.Of(run, axis, "", 0, static step => step.GradNorm)) is { } norm
                ? norm with { IsLog = true } : null,
        ]);
    }

    private static (string[] Cells, bool Differs) Row(string name, IEnumerable<string?> values)
    {
        string[] cells = [.. values.Select(static value => value ?? None)];
        return ([name, .. cells], cells.Distinct().Count() > 1);
    }

    private static string Measured(RecordedEvaluation? measured) =>
        measured is null ? None : $"{ReportText.Words(measured.Metric)} {ReportText.Number(measured.Value)}";

    // The folders' names; with the folders above them where these are alike.
    private static IReadOnlyList<string> Names(IReadOnlyList<RunHistory> runs)
    {
        string[] names = [.. runs.Select(static run => Path.GetFileName(run.Folder.Path))];
        return names.Distinct().Count() == names.Length
            ? names
            : [.. runs.Select(static run => Path.GetRelativePath(Environment.CurrentDirectory, run.Folder.Path))];
    }

    private static string Key(int at, int count) => count <= Palette.Colours
        ? $"background:var(--c{NumberText.Format(at)})"
        : $"background:hsl({NumberText.Format(200 + (300 * at / count))} 65% 52%)";
}
