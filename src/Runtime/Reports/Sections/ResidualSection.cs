using TrainSdk.Recording;
using TrainSdk.Reports.Charts;
using TrainSdk.Settings;

namespace TrainSdk.Reports.Sections;

/// <summary>How far numbers were from what was meant, with the kept weights.</summary>
internal static class ResidualSection
{
    private const string Split = "validation";
    private const int MostPoints = 2000;

    public static void Write(ReportPage page, RunHistory run)
    {
        if (run.Config.ClassNames.Count > 0)
        {
            return;
        }
        var points = run.Samples.Where(static row => row.Split == Split)
            .Select(static row => (Actual: Number(row.Actual), Predicted: Number(row.Predicted)))
            .Where(static point => double.IsFinite(point.Actual) && double.IsFinite(point.Predicted))
            .OrderBy(static point => point.Actual)
            .ToArray();
        if (points.Length == 0)
        {
            return;
        }
        var shown = points.Where((_, at) => at % ((points.Length / MostPoints) + 1) == 0).ToArray();
        double[] actual = [.. shown.Select(static point => point.Actual)];
        page.Section("Residuals, validation", "With the kept weights. Points on the dotted line have no error.");
        page.Charts(
            new Chart(
                "Predicted by actual", "actual",
                new ChartSeries("predicted", actual, [.. shown.Select(static point => point.Predicted)]))
            {
                IsPoints = true,
                IsDiagonal = true,
            },
            new Chart(
                "Residual by actual", "actual",
                new ChartSeries("residual", actual, [.. shown.Select(static point => point.Predicted - point.Actual)]) { Colour = 1 })
            {
                IsPoints = true,
                Levels = [new ChartMark(0, "")],
                Note = "Predicted less actual. A slope or a bend says that the model errs in one direction for small or large values.",
            });
    }

    private static double Number(string text) => NumberText.TryNumber(text, out var number) ? number : double.NaN;
}
