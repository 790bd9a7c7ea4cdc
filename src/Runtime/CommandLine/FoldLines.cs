using TrainSdk.Metrics;
using TrainSdk.Settings;
using TrainSdk.Training;

namespace TrainSdk.CommandLine;

/// <summary>A plain line per fold, and the lines after the last.</summary>
/// <param name="output">Where they go.</param>
/// <param name="folds">Number of folds.</param>
internal sealed class FoldLines(TextWriter output, int folds) : IProgress<FoldResult>
{
    /// <summary><c>mean accuracy 0.95 ± 0.01</c>: loss and metrics over all folds, with their standard deviation.</summary>
    public static void WriteEnd(TextWriter output, KFoldResult result)
    {
        foreach (var statistic in result.Metrics.Prepend(result.Loss))
        {
            output.WriteLine(
                $"mean {statistic.Name} {HumanNumber.Format(statistic.Mean)} ± {HumanNumber.Format(statistic.StandardDeviation)}");
        }
    }

    public void Report(FoldResult value) => output.WriteLine(string.Join("  ", Parts(value)));

    private IEnumerable<string> Parts(FoldResult fold)
    {
        yield return $"fold {NumberText.Format(fold.Fold + 1)}/{NumberText.Format(folds)}";
        yield return $"train {NumberText.Format(fold.TrainSamples)}";
        yield return $"validation {NumberText.Format(fold.ValidationSamples)}";
        yield return RunLines.Words(fold.StopReason);
        if (fold.BestEpoch is { } best)
        {
            yield return $"best epoch {NumberText.Format(best + 1)}";
        }
        yield return $"{Evaluation.LossName} {HumanNumber.Format(fold.Validation.Loss)}";
        foreach (var metric in fold.Validation.Metrics)
        {
            yield return $"{metric.Name} {HumanNumber.Format(metric.Value)}";
        }
    }
}
