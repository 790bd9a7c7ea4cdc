using TrainSdk.Recording;
using TrainSdk.Reports.Charts;

namespace TrainSdk.Reports.Sections;

/// <summary>The norm of the gradients, and how many of them were clipped.</summary>
internal static class GradientSection
{
    private const string ClipSetting = "clipGradNorm";

    public static void Write(ReportPage page, RunHistory run)
    {
        if (run.Steps.Count == 0)
        {
            return;
        }
        var axis = ChartAxis.Of(run);
        var clip = run.Number(ClipSetting);
        var skipped = run.Steps.Count(static step => !double.IsFinite(step.GradNorm));
        page.Section("Gradients", skipped == 0 ? "" : $"{ReportText.Count(skipped, "step")} without a finite gradient changed no weight.");
        var norm = Chart.Along(axis, "Gradient norm", StepCurve.Of(run, axis, "norm before clipping", 0, static step => step.GradNorm));
        page.Charts(
            norm is null ? null : norm with
            {
                IsLog = true,
                Levels = clip is { } level ? [new ChartMark(level, "clipped above")] : [],
                Note = "The norm of all gradients together, before clipping.",
            },
            clip is { } most ? Clipped(run, axis, most) : null);
    }

    private static Chart? Clipped(RunHistory run, ChartAxis axis, double most)
    {
        var epochs = run.Steps.Where(static step => double.IsFinite(step.GradNorm)).GroupBy(static step => step.Epoch)
            .Select(steps => (
                End: axis.At(steps.Max(static step => step.Step) + 1),
                Share: steps.Average(step => step.GradNorm > most ? 1.0 : 0)))
            .ToArray();
        var share = new ChartSeries(
            "share of steps", [.. epochs.Select(static epoch => epoch.End)], [.. epochs.Select(static epoch => epoch.Share)]);
        return Chart.Along(axis, "Clipped steps", share with { Colour = 2 }) is { } chart
            ? chart with { Note = $"Share of each epoch's steps whose norm was above {ReportText.Number(most)}." }
            : null;
    }
}
