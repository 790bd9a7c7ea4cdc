namespace TrainSdk.Metrics;

/// <summary>What a metric said of a split.</summary>
/// <param name="Name">Its name in records, such as <c>accuracy</c>.</param>
/// <param name="Value">Its value; NaN where nothing was measured, or where it is not defined.</param>
/// <param name="IsHigherBetter">Whether a higher value is the better one.</param>
public readonly record struct MetricValue(string Name, double Value, bool IsHigherBetter)
{
    /// <summary>The class that measured it; null where it was made by hand.</summary>
    internal Type? Metric { get; init; }

    /// <summary>
    /// What a <see cref="ConfusionMatrix"/> counted, [class that was meant, class that was said]; null for every other metric.
    /// </summary>
    public long[,]? Counts { get; init; }

    /// <summary>
    /// Whether it is strictly better than another value of the same metric; NaN never is, and every number is better than NaN.
    /// </summary>
    public bool IsBetterThan(double other) =>
        !double.IsNaN(Value) && (double.IsNaN(other) || (IsHigherBetter ? Value > other : Value < other));

    /// <summary>Reads a metric, which starts anew.</summary>
    internal static MetricValue Of(IMetric metric) => new(metric.Name, metric.Read(), metric.IsHigherBetter)
    {
        Metric = metric.GetType(),
        Counts = (metric as ConfusionMatrix)?.Counts,
    };
}
