namespace TrainSdk.Metrics;

/// <summary>A model's loss and metrics over a whole split.</summary>
public readonly record struct Evaluation
{
    /// <summary>Name of the loss, where it stands for a metric.</summary>
    public const string LossName = "loss";

    private readonly IReadOnlyList<MetricValue>? _metrics;

    /// <summary>Puts an evaluation together.</summary>
    /// <param name="loss">The plain criterion.</param>
    /// <param name="metrics">The metrics, headline first.</param>
    public Evaluation(double loss, params IReadOnlyList<MetricValue> metrics)
    {
        Loss = loss;
        _metrics = metrics;
    }

    /// <summary>What stands for a split that is not there.</summary>
    public static Evaluation None { get; } = new(double.NaN);

    /// <summary>The plain criterion, without smoothing; NaN where there was no split.</summary>
    public double Loss { get; }

    /// <summary>The metrics in the order of the model, its objective's first; empty without any, and where there was no split.</summary>
    public IReadOnlyList<MetricValue> Metrics => _metrics ?? [];

    /// <summary>The first metric; the loss where there is none.</summary>
    public MetricValue Headline => Metrics.Count > 0 ? Metrics[0] : new MetricValue(LossName, Loss, IsHigherBetter: false);

    /// <summary>Reads a finished evaluation.</summary>
    public static Evaluation Of(MeanLoss loss, MetricSet? metrics = null) => new(loss.Read(), metrics?.Read() ?? []);

    /// <summary>The value of a metric, of the first of its class; NaN where there was no split.</summary>
    /// <typeparam name="TMetric">The metric's class.</typeparam>
    /// <exception cref="TrainException">The model does not measure it.</exception>
    public MetricValue Of<TMetric>()
        where TMetric : IMetric
    {
        foreach (var value in Metrics)
        {
            if (value.Metric == typeof(TMetric))
            {
                return value;
            }
        }
        if (Equals(None))
        {
            return new MetricValue(typeof(TMetric).Name, double.NaN, IsHigherBetter: false);
        }
        var measured = Metrics.Count == 0 ? "nothing but the loss" : string.Join(", ", Metrics.Select(static value => value.Name));
        throw new TrainException(
            $"there is no {typeof(TMetric).Name} in this evaluation, which measured {measured}; add [Metric<{typeof(TMetric).Name}>]");
    }

    /// <inheritdoc/>
    public bool Equals(Evaluation other) => Loss.Equals(other.Loss) && Metrics.SequenceEqual(other.Metrics);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Loss, Metrics.Count);
}
