namespace TrainSdk.Reports.Charts;

/// <summary>A chart in a sentence, for those who do not see it.</summary>
internal static class ChartSentence
{
    private const int MostSeries = 6;

    public static string Of(Chart chart)
    {
        var parts = chart.Series.Take(MostSeries).Select(series => chart.IsPoints
            ? $"{series.Name}: {ReportText.Count(series.Y.Count, "point")}"
            : Course(series, chart.Unit));
        var more = chart.Series.Count > MostSeries ? $"; and {ReportText.Count(chart.Series.Count - MostSeries, "more curve")}" : "";
        return $"{chart.Title}. {string.Join("; ", parts)}{more}.";
    }

    private static string Course(ChartSeries series, string unit)
    {
        (double X, double Y)[] points = [.. series.X.Zip(series.Y).Where(static point => double.IsFinite(point.Second))];
        if (points.Length == 0)
        {
            return $"{series.Name} has no finite value";
        }
        var (low, high) = (points.MinBy(static point => point.Y), points.MaxBy(static point => point.Y));
        return low.Y == high.Y
            ? $"{series.Name} is {ReportText.Number(low.Y)} throughout"
            : $"{series.Name} goes from {ReportText.Number(points[0].Y)} to {ReportText.Number(points[^1].Y)}, "
                + $"lowest {ReportText.Number(low.Y)} at {unit} {ReportText.Number(low.X)}, "
                + $"highest {ReportText.Number(high.Y)} at {unit} {ReportText.Number(high.X)}";
    }
}
