using TrainSdk.Recording;
using TrainSdk.Recording.History;
using TrainSdk.Reports.Charts;

namespace TrainSdk.Reports.Sections;

/// <summary>What the watched steps did to each layer.</summary>
internal static class LayerSection
{
    /// <summary>Updates of this share of the weights are a common sign of a fitting rate (Karpathy, CS231n notes: "around 1e-3").</summary>
    private const double UsualUpdate = 1e-3;

    public static void Write(ReportPage page, RunHistory run)
    {
        if (run.Layers.Count == 0)
        {
            return;
        }
        var axis = ChartAxis.Of(run);
        page.Section("Layers", "Measured around watched steps, which grow rarer as the run goes on. The first layer has the first colour.");
        page.Charts(
            Of(run, axis, "Update to weight", static row => row.UpdateRatio) is { } update ? update with
            {
                Levels = [new ChartMark(UsualUpdate, "1e-3")],
                Note = "The size of a step's change relative to the layer's weights. Healthy layers mostly stay near 1e-3.",
            } : null,
            Of(run, axis, "Gradient norm by layer", static row => row.GradNorm) is { } gradient ? gradient with
            {
                Note = "Before clipping. Curves that lie ever lower towards the first layer show gradients that vanish on their way back.",
            } : null,
            Of(run, axis, "Dead units", static row => row.DeadShare) is { } dead ? dead with
            {
                IsLog = false,
                Note = "Share of a layer's units that got no gradient from the step's samples, as behind a ReLU that is always off.",
            } : null);
    }

    private static Chart? Of(RunHistory run, ChartAxis axis, string title, Func<LayerRow, double> value)
    {
        var layers = run.Layers.GroupBy(static row => row.Layer).Select((rows, at) =>
        {
            LayerRow[] points = [.. rows];
            return Thinned.Curve(rows.Key, points.Length, index => axis.At(points[index].Step), index => value(points[index])) with
            {
                Colour = at, Low = null, High = null,
            };
        });
        return Chart.Along(axis, title, [.. layers]) is { } chart ? chart with { IsLog = true } : null;
    }
}
