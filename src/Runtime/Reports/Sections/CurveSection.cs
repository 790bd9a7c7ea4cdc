using TrainSdk.Recording;
using TrainSdk.Recording.History;
using TrainSdk.Reports.Charts;
using TrainSdk.Settings;

namespace TrainSdk.Reports.Sections;

/// <summary>Losses, metrics and the learning rate.</summary>
internal static class CurveSection
{
    private const int TrainColour = 0;
    private const int ValidationColour = 1;
    private const string MixingNote = "The training loss includes smoothing or mixing, so the two are not compared by height.";
    private const string Resumed = "resumed";
    private const string Rollback = "rollback";

    private static readonly string[] Mixing = ["labelSmoothing", "mixUp", "cutMix"];

    public static void Write(ReportPage page, RunHistory run)
    {
        if (run.Steps.Count == 0)
        {
            return;
        }
        var axis = ChartAxis.Of(run);
        var moments = Moments(run, axis);
        page.Section("Curves", "Drag across a chart to zoom, double-click to see all again; a click in a legend hides a curve.");
        page.Charts([.. Charts(run, axis).Select(chart => chart is null ? null : chart with { Moments = moments })]);
    }

    private static IEnumerable<Chart?> Charts(RunHistory run, ChartAxis axis)
    {
        yield return Along(axis, run, "Loss", static row => row.Loss) is { } loss
            ? loss with { Note = Mixing.Any(setting => run.Text(setting) is not null) ? MixingNote : "" }
            : null;
        foreach (var metric in run.Epochs.Count > 0 ? run.Epochs[0].Train.Metrics.Keys : [])
        {
            yield return Along(axis, run, Title(metric), row => row.Metrics.GetValueOrDefault(metric, double.NaN));
        }
        yield return Chart.Along(axis, "Loss of each step", StepCurve.Of(run, axis, "loss", TrainColour, static step => step.Loss));
        var lr = StepCurve.Of(run, axis, "learning rate", TrainColour, static step => step.Lr);
        yield return Chart.Along(axis, "Learning rate", lr with { Low = null, High = null });
    }

    private static Chart? Along(ChartAxis axis, RunHistory run, string title, Func<MeasuredRow, double> value) => Chart.Along(
        axis,
        title,
        Of(axis, "train", [.. run.Epochs.Select(static epoch => epoch.Train)], value) with { Colour = TrainColour },
        Of(axis, "validation", run.Validations, value) with { Colour = ValidationColour, IsDashed = true });

    private static ChartSeries Of(ChartAxis axis, string name, IReadOnlyList<MeasuredRow> rows, Func<MeasuredRow, double> value) =>
        Thinned.Curve(name, rows.Count, at => axis.At(rows[at].Step), at => value(rows[at])) with { Low = null, High = null };

    private static string Title(string metric) => metric[..1].ToUpperInvariant() + ReportText.Words(metric)[1..];

    // What tells why a curve bends: the kept weights, a resumption, whatever happened to the run.
    private static IReadOnlyList<ChartMark> Moments(RunHistory run, ChartAxis axis) =>
    [
        .. run.Result?.BestEpoch is { } best && best < run.Epochs.Count
            ? [new ChartMark(axis.At(run.Epochs[best].Step), $"best epoch {NumberText.Format(best + 1)}")]
            : Array.Empty<ChartMark>(),
        .. run.Config.Resumed.Select(resumption => new ChartMark(axis.At(resumption.Step), Resumed)),
        .. run.Events.Where(static row => row.Event == Rollback).Select(row => new ChartMark(axis.At(row.Step), Rollback)),
    ];
}
