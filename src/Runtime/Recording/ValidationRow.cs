using TrainSdk.Settings;

namespace TrainSdk.Recording;

/// <summary>A row of <c>validations.csv</c>: one per validation, within epochs and at their ends.</summary>
internal static class ValidationRow
{
    public static string Columns(EpochSummary summary) => string.Join(',',
        ["epoch", "step", "lr", "val_loss", .. summary.Validation.Metrics.Select(static metric => $"val_{metric.Name}")]);

    public static string Of(EpochSummary summary) => string.Join(',',
    [
        NumberText.Format(summary.Epoch), NumberText.Format(summary.Step), NumberText.Format(summary.Lr),
        NumberText.Format(summary.Validation.Loss),
        .. summary.Validation.Metrics.Select(static metric => NumberText.Format(metric.Value)),
    ]);
}
