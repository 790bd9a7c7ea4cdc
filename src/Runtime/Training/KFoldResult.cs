using TrainSdk.Metrics;

namespace TrainSdk.Training;

/// <summary>What a k-fold cross-validation gave.</summary>
/// <param name="Folds">The folds that were finished, in their order; fewer than were asked for where it was canceled.</param>
public sealed record KFoldResult(IReadOnlyList<FoldResult> Folds)
{
    /// <summary>The plain criterion over the folds.</summary>
    public FoldStatistic Loss => FoldStatistic.Of(Evaluation.LossName, [.. Folds.Select(static fold => fold.Validation.Loss)]);

    /// <summary>Each metric over the folds, the headline first; empty where the model has none.</summary>
    public IReadOnlyList<FoldStatistic> Metrics => Folds.Count == 0
        ? []
        : [.. Folds[0].Validation.Metrics.Select((metric, at) => FoldStatistic.Of(metric.Name, Values(at)))];

    private double[] Values(int metric) => [.. Folds.Select(fold => fold.Validation.Metrics[metric].Value)];
}
