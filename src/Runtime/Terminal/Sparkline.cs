namespace TrainSdk.Terminal;

/// <summary>Numbers as a row of bars, from the lowest to the highest of them.</summary>
internal static class Sparkline
{
    private const string Bars = "▁▂▃▄▅▆▇█";
    private const char Gap = ' ';

    /// <summary>A bar per number, all of them low where they are equal; a gap for one that is not finite.</summary>
    public static string Of(IReadOnlyList<double> values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length == 0)
        {
            return new string(Gap, values.Count);
        }
        var (low, high) = (finite.Min(), finite.Max());
        return string.Concat(values.Select(value => double.IsFinite(value) ? Bars[Bar(value, low, high)] : Gap));
    }

    // Halved, so that the range of numbers as large as they can be is finite.
    private static int Bar(double value, double low, double high) => high > low
        ? (int)Math.Round(((value / 2) - (low / 2)) / ((high / 2) - (low / 2)) * (Bars.Length - 1))
        : 0;
}
