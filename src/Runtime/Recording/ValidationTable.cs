using TrainSdk.Settings;

namespace TrainSdk.Recording;

/// <summary><c>validations.csv</c>: a row per validation, within epochs and at their ends.</summary>
internal sealed class ValidationTable : IDisposable
{
    private readonly CsvLog _log;

    /// <summary>Starts the table.</summary>
    /// <param name="path">The file.</param>
    /// <param name="metrics">Names of the metrics, in their order.</param>
    public ValidationTable(string path, IEnumerable<string> metrics) =>
        _log = new CsvLog(path, string.Join(',', ["epoch", "step", "lr", "val_loss", .. metrics.Select(static name => $"val_{name}")]));

    public void Write(EpochSummary summary)
    {
        string[] row =
        [
            NumberText.Format(summary.Epoch), NumberText.Format(summary.Step), NumberText.Format(summary.Lr),
            NumberText.Format(summary.Validation.Loss),
            .. summary.Validation.Metrics.Select(static metric => NumberText.Format(metric.Value)),
        ];
        _log.Write([string.Join(',', row)]);
    }

    public void Dispose() => _log.Dispose();
}
