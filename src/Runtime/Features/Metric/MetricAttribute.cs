namespace TrainSdk;

/// <summary>
/// Measures a metric in training, validation and test, behind the one that the objective brings. Repeatable:
/// <c>[Metric&lt;F1&gt;, Metric&lt;TopK&gt;(5)]</c>. One's own is a class that implements <see cref="Metrics.IMetric"/>.
/// Measuring never makes a step wait for the device; the values are read at the end of an epoch.
/// </summary>
/// <remarks>
/// Add what the decision is made by: F1 where classes are unbalanced, TopK where several guesses are shown, R2 for numbers. The metric of
/// the objective is there already, and the same one twice is TRAIN1031. <c>EarlyStop(Monitor = typeof(F1))</c> watches one.
/// </remarks>
/// <typeparam name="TMetric">The metric; its constructor takes the attribute's arguments.</typeparam>
/// <param name="arguments">What the metric's constructor is given, in its order; none for its defaults.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false, AllowMultiple = true)]
public sealed class MetricAttribute<TMetric>(params object[] arguments) : Attribute
    where TMetric : Metrics.IMetric
{
    /// <summary>What the metric's constructor is given.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}
