using TrainSdk.Metrics;
using TrainSdk.Settings;

namespace TrainSdk.Recording;

/// <summary><c>epochs.csv</c>: a row per epoch. Its metric columns are named at the first row.</summary>
internal sealed class EpochTable(string path) : IDisposable
{
    private CsvLog? _log;

    public void Write(EpochSummary summary)
    {
        string[] metrics = [.. summary.Train.Metrics.Select(static metric => metric.Name)];
        _log ??= new CsvLog(path, string.Join(',', Header(metrics)));
        string[] row =
        [
            NumberText.Format(summary.Epoch), NumberText.Format(summary.Step), NumberText.Format(summary.Lr),
            .. Values(summary.Train, metrics), .. Values(summary.Validation, metrics),
            NumberText.Format(summary.GradNorm), NumberText.Format(summary.Seconds), NumberText.Format(summary.SamplesPerSecond),
        ];
        _log.Write([string.Join(',', row)]);
    }

    public void Dispose() => _log?.Dispose();

    private static string[] Header(string[] metrics) =>
    [
        "epoch", "step", "lr", .. Names("train", metrics), .. Names("val", metrics), "grad_norm", "seconds", "samples_per_second",
    ];

    private static string[] Names(string split, string[] metrics) =>
        [$"{split}_loss", .. metrics.Select(name => $"{split}_{name}")];

    // Without a validation split there are no values, and the columns stay.
    private static IEnumerable<string> Values(Evaluation evaluation, string[] metrics)
    {
        var values = evaluation.Metrics.ToDictionary(static metric => metric.Name, static metric => metric.Value);
        return metrics.Select(name => values.GetValueOrDefault(name, double.NaN)).Prepend(evaluation.Loss).Select(NumberText.Format);
    }
}
