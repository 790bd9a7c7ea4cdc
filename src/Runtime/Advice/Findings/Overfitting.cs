using TrainSdk.Settings;

namespace TrainSdk.Advice.Findings;

/// <summary>What is learned no longer holds for validation: a gap in the metric, and a validation loss that has turned.</summary>
internal sealed class Overfitting : FindingRule
{
    /// <summary>Ten points, and more than three standard errors of the validation metric.</summary>
    private const double Gap = 0.1;
    private const double Errors = 3;

    /// <summary>The mean of the last three validation losses above the lowest by a quarter.</summary>
    private const double Turned = 1.25;
    private const int Last = 3;
    private const double LatestBest = 0.7;

    public override string Id => "overfitting";

    public override Finding? Look(RunFacts run)
    {
        var best = Series.Lowest(run.ValidationLoss);
        if (run.Epochs < 2 * Last || best < 0 || best > LatestBest * run.Epochs)
        {
            return null;
        }
        var late = Series.Mean(run.ValidationLoss.TakeLast(Last));
        var (train, held) = run.MetricOf(run.Epochs - 1);
        var error = Math.Sqrt(held * (1 - held) / Math.Max(1, run.History.Config.Samples.Validation ?? 0));
        if (late < Turned * run.ValidationLoss[best] || !(train - held > Math.Max(Gap, Errors * error)))
        {
            return null;
        }
        return Found(
            "the model learns its training samples by heart",
            $"{run.Metric} is {Text(train)} in training and {Text(held)} in validation, and val_loss rose from "
            + $"{Text(run.ValidationLoss[best])} in epoch {NumberText.Format(best + 1)} to {Text(late)}",
            Edit(run));
    }

    private static string Edit(RunFacts run)
    {
        var decay = run.Number("weightDecay", 0);
        var edits = new List<string>();
        if (run.History.Config.InputShape.Count == 3 && !run.Has("randAugment"))
        {
            edits.Add("[RandAugment]");
        }
        edits.Add(run.Has("dropout") ? "--dropout 0.5" : "Dropout near the head");
        edits.Add($"--weight-decay {NumberText.Format(decay > 0 ? decay * 10 : 0.01)}");
        return string.Join(", ", edits) + (run.Has("earlyStop") ? "" : "; [EarlyStop(10)] saves the epochs after the best");
    }
}
