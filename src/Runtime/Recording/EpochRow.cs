using TrainSdk.Metrics;
using TrainSdk.Settings;

namespace TrainSdk.Recording;

/// <summary>A row of <c>epochs.csv</c>; the metrics of training name its columns.</summary>
internal static class EpochRow
{
    private static readonly string[] TimeColumns =
        ["data_seconds", "forward_seconds", "backward_seconds", "optimizer_seconds", "validation_seconds", "checkpoint_seconds"];

    public static string Columns(EpochSummary summary)
    {
        string[] metrics = MetricsOf(summary);
        return string.Join(',',
        [
            "epoch", "step", "lr", .. Names("train", metrics), .. Names("val", metrics),
            "grad_norm", "seconds", "samples_per_second", .. TimeColumns,
        ]);
    }

    public static string Of(EpochSummary summary)
    {
        var (metrics, times) = (MetricsOf(summary), summary.Times);
        return string.Join(',',
        [
            NumberText.Format(summary.Epoch), NumberText.Format(summary.Step), NumberText.Format(summary.Lr),
            .. Values(summary.Train, metrics), .. Values(summary.Validation, metrics),
            NumberText.Format(summary.GradNorm), NumberText.Format(summary.Seconds), NumberText.Format(summary.SamplesPerSecond),
            NumberText.Format(times.Data), NumberText.Format(times.Forward), NumberText.Format(times.Backward),
            NumberText.Format(times.Optimizer), NumberText.Format(times.Validation), NumberText.Format(times.Checkpoint),
        ]);
    }

    private static string[] MetricsOf(EpochSummary summary) => [.. summary.Train.Metrics.Select(static metric => metric.Name)];

    private static string[] Names(string split, string[] metrics) =>
        [$"{split}_loss", .. metrics.Select(name => $"{split}_{name}")];

    // Without a validation split there are no values, and the columns stay.
    private static IEnumerable<string> Values(Evaluation evaluation, string[] metrics)
    {
        var values = evaluation.Metrics.ToDictionary(static metric => metric.Name, static metric => metric.Value);
        return metrics.Select(name => values.GetValueOrDefault(name, double.NaN)).Prepend(evaluation.Loss).Select(NumberText.Format);
    }
}
