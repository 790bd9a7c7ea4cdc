using System.Globalization;
using TrainSdk.Generators.Loop;
using TrainSdk.Rules;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Files;

/// <summary>The schedule as a picture of letters, for the head of its file.</summary>
internal static class RatePicture
{
    private const int Width = 60;
    private const int Height = 4;
    private const string Levels = " ▁▂▃▄▅▆▇█";

    /// <summary>The picture's lines, without comment signs; none for a rate that stays, or of settings that break a rule.</summary>
    public static IEnumerable<string> Of(LoopPlan plan)
    {
        if (!plan.Sketch.HasCurve || RuleTable.Check(plan.Texts).Any(static violation => violation.Rule.AtRunTime == Severity.Error))
        {
            return [];
        }
        var settings = new RuleValues(plan.Texts, stepsPerEpoch: null);
        var epochs = (long)settings.Number("Epochs");
        var rates = Rates(plan.Sketch.Curve(settings), epochs * RateSketch.StepsPerEpoch);
        var most = rates.Max();
        if (!rates.All(static rate => rate >= 0 && rate < double.PositiveInfinity) || most == 0)
        {
            return [];
        }
        return
        [
            $"Lr over {(epochs == 1 ? "one epoch" : $"{epochs} epochs")} at {RateSketch.StepsPerEpoch} steps each, at most {Text(most)}, "
                + $"{Text(rates[Width - 1])} at the end:",
            .. Enumerable.Range(1, Height).Select(row => Row(rates, most, Height - row)).Where(static row => row.Length > 0),
        ];
    }

    // In the middle of each column.
    private static double[] Rates(Func<long, double> curve, long totalSteps) =>
        [.. Enumerable.Range(0, Width).Select(column => curve(((2 * column) + 1) * totalSteps / (2 * Width)))];

    private static string Row(IEnumerable<double> rates, double most, int row)
    {
        var eighths = Levels.Length - 1;
        var letters = rates.Select(rate => (int)Math.Ceiling(rate / most * Height * eighths) - (row * eighths))
            .Select(level => Levels[Math.Max(0, Math.Min(level, eighths))]);
        return string.Concat(letters).TrimEnd();
    }

    // Two digits, written as settings are.
    private static string Text(double rate) =>
        NumberText.Format(double.Parse(rate.ToString("G2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));
}
