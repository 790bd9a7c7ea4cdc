namespace TrainSdk.Reports.Charts;

/// <summary>A chart's numbers as a table, evenly thinned where there are many.</summary>
internal static class ChartTable
{
    private const int MostRows = 40;

    /// <summary>The table: a row for each place on the axis, a column for each curve.</summary>
    /// <returns>The rows below the head, and of how many.</returns>
    public static (IReadOnlyList<string> Head, IReadOnlyList<IReadOnlyList<string>> Rows, int Of) Of(Chart chart)
    {
        var places = chart.Series.SelectMany(static series => series.X).Distinct().Order().ToArray();
        var values = chart.Series
            .Select(static series => series.X.Zip(series.Y).DistinctBy(static point => point.First)
                .ToDictionary(static point => point.First, static point => point.Second))
            .ToArray();
        return (
            [chart.Unit, .. chart.Series.Select(static series => series.Name)],
            [.. Evenly(places).Select(place => (string[])[ReportText.Number(place), .. values.Select(series => Cell(series, place))])],
            places.Length);
    }

    private static string Cell(Dictionary<double, double> series, double place) =>
        series.TryGetValue(place, out var value) ? ReportText.Number(value) : "";

    private static IEnumerable<double> Evenly(double[] places) => places.Length <= MostRows
        ? places
        : Enumerable.Range(0, MostRows).Select(row => places[(long)row * (places.Length - 1) / (MostRows - 1)]);
}
