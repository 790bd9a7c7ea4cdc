namespace TrainSdk.Training;

/// <summary>A loss or metric over all folds.</summary>
/// <param name="Name">Its name, such as <c>loss</c> or <c>accuracy</c>.</param>
/// <param name="Mean">Mean over the folds, each counted alike.</param>
/// <param name="StandardDeviation">
/// Spread from fold to fold: the sample standard deviation, with folds − 1 below the sum. The folds share training samples, so that the
/// error of the mean is larger than this divided by √folds.
/// </param>
public readonly record struct FoldStatistic(string Name, double Mean, double StandardDeviation)
{
    internal static FoldStatistic Of(string name, IReadOnlyCollection<double> values)
    {
        var mean = values.Count > 0 ? values.Average() : double.NaN;
        var variance = values.Count > 1 ? values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1) : double.NaN;
        return new FoldStatistic(name, mean, Math.Sqrt(variance));
    }
}
