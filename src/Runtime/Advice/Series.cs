namespace TrainSdk.Advice;

/// <summary>Sums up rows of numbers; NaN where there are none.</summary>
internal static class Series
{
    public static double Mean(IEnumerable<double> values) => values.DefaultIfEmpty(double.NaN).Average();

    public static double Median(IEnumerable<double> values) => Quantile(values, 0.5);

    /// <summary>How far the mean of such a row lies from that of more of the same; NaN for fewer than two.</summary>
    public static double StandardError(IReadOnlyList<double> values)
    {
        var mean = Mean(values);
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1.0) / values.Count);
    }

    /// <summary>The number below which a share of them lies.</summary>
    public static double Quantile(IEnumerable<double> values, double share)
    {
        double[] ordered = [.. values.Order()];
        return ordered.Length == 0 ? double.NaN : ordered[(int)Math.Min(ordered.Length - 1, share * ordered.Length)];
    }

    /// <summary>The last share of them, at least one.</summary>
    public static double[] Tail(IReadOnlyList<double> values, double share) =>
        [.. values.Skip(Math.Min(values.Count - 1, values.Count - (int)(values.Count * share)))];

    /// <summary>The place of the least; the first of equals, −1 where none is a number.</summary>
    public static int Lowest(IReadOnlyList<double> values)
    {
        var best = -1;
        for (var at = 0; at < values.Count; at++)
        {
            best = double.IsFinite(values[at]) && (best < 0 || values[at] < values[best]) ? at : best;
        }
        return best;
    }

    /// <summary>By what share a row has fallen per place over its last places; NaN where it is shorter.</summary>
    public static double FallPerPlace(IReadOnlyList<double> values, int places) => values.Count > places
        ? 1 - Math.Pow(values[^1] / values[^(places + 1)], 1.0 / places)
        : double.NaN;
}
