namespace TrainSdk.Reports.Charts;

/// <summary>One curve, or one cloud of points.</summary>
/// <param name="Name">What it is called in the legend and at the head of its column.</param>
/// <param name="X">Where its values lie, rising.</param>
/// <param name="Y">Its values; NaN leaves a gap.</param>
internal sealed record ChartSeries(string Name, IReadOnlyList<double> X, IReadOnlyList<double> Y)
{
    /// <summary>Number of its colour in the page's palette.</summary>
    public int Colour { get; init; }

    /// <summary>Whether the line is dashed: what tells validation from training without colours.</summary>
    public bool IsDashed { get; init; }

    /// <summary>The lowest of the values that each value is a mean of; null where it is no mean.</summary>
    public IReadOnlyList<double>? Low { get; init; }

    /// <summary>The highest of them.</summary>
    public IReadOnlyList<double>? High { get; init; }

    /// <summary>Whether there is a number to draw.</summary>
    public bool HasValues => Y.Any(double.IsFinite);
}
