using TrainSdk.State;
using static TorchSharp.torch;

namespace TrainSdk.Metrics;

/// <summary>The metrics of a model, measured together. The first is the headline: the one that the command line ends with.</summary>
public sealed class MetricSet : IStateful, IDisposable
{
    private readonly IMetric[] _metrics;

    /// <summary>Takes metrics, which belong to the set from then on.</summary>
    /// <param name="metrics">In the order in which they are shown.</param>
    /// <exception cref="TrainException">Two have one name, so their records could not be told apart.</exception>
    public MetricSet(params IMetric[] metrics)
    {
        _metrics = metrics;
        var twice = metrics.GroupBy(static metric => metric.Name, StringComparer.Ordinal).FirstOrDefault(static same => same.Count() > 1);
        if (twice is not null)
        {
            throw new TrainException($"two metrics are named '{twice.Key}'; measure one of them, or give one another name");
        }
    }

    /// <summary>Adds a batch to every metric. Call inside the step's dispose scope.</summary>
    /// <param name="output">What the model gave, [batch, …].</param>
    /// <param name="target">What was wanted.</param>
    public void Add(Tensor output, Tensor target)
    {
        foreach (var metric in _metrics)
        {
            metric.Add(output, target);
        }
    }

    /// <summary>The values over everything added since the last read, in the order of the metrics.</summary>
    public IReadOnlyList<MetricValue> Read() => Array.ConvertAll(_metrics, MetricValue.Of);

    /// <summary>Names the state of every metric, as a part of its own under the metric's name.</summary>
    public void Save(StateWriter state) => Array.ForEach(_metrics, metric => metric.Save(state.Part(metric.Name)));

    /// <inheritdoc/>
    public void Load(StateReader state) => Array.ForEach(_metrics, metric => metric.Load(state.Part(metric.Name)));

    /// <summary>Values that were measured before, by the names of the metrics.</summary>
    internal IReadOnlyList<MetricValue> Named(Func<string, double> valueOf) => Array.ConvertAll(
        _metrics, metric => new MetricValue(metric.Name, valueOf(metric.Name), metric.IsHigherBetter) { Metric = metric.GetType() });

    /// <inheritdoc/>
    public void Dispose() => Array.ForEach(_metrics, static metric => metric.Dispose());
}
