using TrainSdk.Metrics;

namespace TrainSdk.Recording;

/// <summary>A split's loss and metrics.</summary>
/// <param name="Loss">The plain criterion.</param>
/// <param name="Metric">Name of the headline, such as <c>accuracy</c>.</param>
/// <param name="Value">The headline's value.</param>
internal sealed record RecordedEvaluation(double Loss, string Metric, double Value)
{
    /// <summary>Every metric by name; null in the files of versions that measured one.</summary>
    public IReadOnlyDictionary<string, double>? Metrics { get; init; }

    /// <summary>The record of an evaluation; null for none.</summary>
    public static RecordedEvaluation? Of(Evaluation? evaluation) => evaluation is { } given
        ? new RecordedEvaluation(given.Loss, given.Headline.Name, given.Headline.Value)
        {
            Metrics = given.Metrics.ToDictionary(static metric => metric.Name, static metric => metric.Value),
        }
        : null;
}
