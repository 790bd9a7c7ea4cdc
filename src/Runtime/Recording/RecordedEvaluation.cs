using TrainSdk.Metrics;

namespace TrainSdk.Recording;

/// <summary>A split's loss and metric.</summary>
/// <param name="Loss">The plain criterion.</param>
/// <param name="Metric">Name of the metric, such as <c>accuracy</c>.</param>
/// <param name="Value">The metric's value.</param>
internal sealed record RecordedEvaluation(double Loss, string Metric, double Value)
{
    /// <summary>The record of an evaluation; null for none.</summary>
    public static RecordedEvaluation? Of(Evaluation? evaluation) =>
        evaluation is { } given ? new RecordedEvaluation(given.Loss, given.MetricName, given.Metric) : null;
}
