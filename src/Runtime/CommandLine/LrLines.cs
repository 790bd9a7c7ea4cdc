using TrainSdk.Settings;
using TrainSdk.Trials;

namespace TrainSdk.CommandLine;

/// <summary>The result of a range test as lines: a curve that lies on its side, and what follows from it.</summary>
internal static class LrLines
{
    private const int Rows = 24;
    private const int Width = 40;

    public static void Write(TextWriter output, LrRange range, double present)
    {
        var points = range.Points;
        if (points.Count > 0)
        {
            var shown = Enumerable.Range(0, Math.Min(Rows, points.Count))
                .Select(row => points[row * (points.Count - 1) / Math.Max(1, Math.Min(Rows, points.Count) - 1)]).ToArray();
            var (low, high) = (shown.Min(static point => point.Smoothed), shown.Max(static point => point.Smoothed));
            TextTable.Write(output, [["lr", "loss", ""], .. shown.Select(point => (string[])
            [
                HumanNumber.Format(point.Lr), HumanNumber.Format(point.Smoothed), Bar(point.Smoothed, low, high),
            ])]);
        }
        output.WriteLine(range.Suggestion() is { } lr
            ? $"suggested --lr {HumanNumber.Format(lr)}: between where the loss falls fastest and a tenth of where it is least; "
                + $"now it is {HumanNumber.Format(present)}"
            : "no suggestion: the loss did not fall at any rate; look at the data with 'check data', and at one batch with "
                + "'check overfit'");
    }

    private static string Bar(double loss, double low, double high) =>
        new('█', 1 + (int)Math.Round((Width - 1) * (high > low ? (loss - low) / (high - low) : 1)));
}
