namespace TrainSdk.Metrics;

/// <summary>A model's loss and metric over a whole split.</summary>
/// <param name="Loss">The plain criterion, without smoothing; NaN where there was no split.</param>
/// <param name="MetricName">The metric's name, such as <c>accuracy</c>; <see cref="LossName"/> where the objective has none.</param>
/// <param name="Metric">The metric's value; the loss where the objective has none.</param>
public readonly record struct Evaluation(double Loss, string MetricName, double Metric)
{
    /// <summary>Name of the loss, where it stands for a metric.</summary>
    public const string LossName = "loss";

    /// <summary>What stands for a split that is not there.</summary>
    public static Evaluation None { get; } = new(double.NaN, LossName, double.NaN);

    /// <summary>Reads a finished evaluation.</summary>
    public static Evaluation Of(MeanLoss loss, IMetric? metric = null)
    {
        var mean = loss.Read();
        return new Evaluation(mean, metric?.Name ?? LossName, metric?.Read() ?? mean);
    }
}
