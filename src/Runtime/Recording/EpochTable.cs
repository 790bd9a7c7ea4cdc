using TrainSdk.Metrics;
using TrainSdk.Settings;

namespace TrainSdk.Recording;

/// <summary><c>epochs.csv</c>: a row per epoch. Its metric columns are named at the first row.</summary>
internal sealed class EpochTable(string path) : IDisposable
{
    private CsvLog? _log;

    public void Write(EpochSummary summary)
    {
        var hasMetric = summary.Train.MetricName != Evaluation.LossName;
        _log ??= new CsvLog(path, Header(summary.Train.MetricName, hasMetric));
        string[] row =
        [
            NumberText.Format(summary.Epoch), NumberText.Format(summary.Step), NumberText.Format(summary.Lr),
            .. Pair(summary.Train, hasMetric), .. Pair(summary.Validation, hasMetric),
            NumberText.Format(summary.GradNorm), NumberText.Format(summary.Seconds), NumberText.Format(summary.SamplesPerSecond),
        ];
        _log.Write([string.Join(',', row)]);
    }

    public void Dispose() => _log?.Dispose();

    private static string Header(string metric, bool hasMetric) => hasMetric
        ? $"epoch,step,lr,train_loss,train_{metric},val_loss,val_{metric},grad_norm,seconds,samples_per_second"
        : "epoch,step,lr,train_loss,val_loss,grad_norm,seconds,samples_per_second";

    private static string[] Pair(Evaluation evaluation, bool hasMetric) => hasMetric
        ? [NumberText.Format(evaluation.Loss), NumberText.Format(evaluation.Metric)]
        : [NumberText.Format(evaluation.Loss)];
}
