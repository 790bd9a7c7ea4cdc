namespace TrainSdk.Reports.Charts;

/// <summary>Many points as few: neighbours become their mean, and keep their lowest and highest value.</summary>
internal static class Thinned
{
    /// <summary>So many points are more than a screen is wide for.</summary>
    private const int MostPoints = 600;

    /// <summary>The curve; as it is where it has few points.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="count">Number of points.</param>
    /// <param name="x">Where each lies.</param>
    /// <param name="y">Its value; those that are not finite are left out of means.</param>
    public static ChartSeries Curve(string name, int count, Func<int, double> x, Func<int, double> y)
    {
        var each = ((count - 1) / MostPoints) + 1;
        var parts = Enumerable.Range(0, (count + each - 1) / each).Select(at => Part(at * each, Math.Min(count, (at + 1) * each), x, y))
            .ToArray();
        var curve = new ChartSeries(name, [.. parts.Select(static part => part.X)], [.. parts.Select(static part => part.Mean)]);
        return each == 1 ? curve : curve with
        {
            Low = [.. parts.Select(static part => part.Low)],
            High = [.. parts.Select(static part => part.High)],
        };
    }

    private static (double X, double Mean, double Low, double High) Part(int start, int end, Func<int, double> x, Func<int, double> y)
    {
        var (sum, finite, low, high) = (0.0, 0, double.PositiveInfinity, double.NegativeInfinity);
        for (var at = start; at < end; at++)
        {
            if (y(at) is var value && double.IsFinite(value))
            {
                (sum, finite, low, high) = (sum + value, finite + 1, Math.Min(low, value), Math.Max(high, value));
            }
        }
        return finite == 0 ? (x(end - 1), double.NaN, double.NaN, double.NaN) : (x(end - 1), sum / finite, low, high);
    }
}
