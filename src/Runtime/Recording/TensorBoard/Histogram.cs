namespace TrainSdk.Recording.TensorBoard;

/// <summary>How values are spread.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The largest.</param>
/// <param name="Sum">Their sum.</param>
/// <param name="SumOfSquares">The sum of their squares.</param>
/// <param name="Limits">The upper end of each bucket, ascending.</param>
/// <param name="Counts">How many values lie in each bucket.</param>
internal sealed record Histogram(
    double Min, double Max, double Sum, double SumOfSquares, IReadOnlyList<double> Limits, IReadOnlyList<double> Counts)
{
    private const int Buckets = 30;

    /// <summary>The spread of the finite values over thirty buckets of one width; null where none is finite.</summary>
    public static Histogram? Of(ReadOnlySpan<float> values)
    {
        var (min, max, sum, squares) = (double.PositiveInfinity, double.NegativeInfinity, 0.0, 0.0);
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                (min, max) = (Math.Min(min, value), Math.Max(max, value));
                sum += value;
                squares += value * value;
            }
        }
        if (min > max)
        {
            return null;
        }
        var width = (max - min) / Buckets;
        return new Histogram(
            min, max, sum, squares,
            [.. Enumerable.Range(1, Buckets).Select(bucket => bucket == Buckets ? max : min + (bucket * width))],
            Count(values, min, width));
    }

    // The upper end belongs to the last bucket; of equal values the first has all.
    private static double[] Count(ReadOnlySpan<float> values, double min, double width)
    {
        var counts = new double[Buckets];
        foreach (double value in values)
        {
            if (double.IsFinite(value))
            {
                counts[width > 0 ? Math.Min((int)((value - min) / width), Buckets - 1) : 0]++;
            }
        }
        return counts;
    }
}
