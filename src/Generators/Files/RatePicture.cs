using TrainSdk.Generators.Loop;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Files;

/// <summary>The schedule as a picture of letters, for the head of its file.</summary>
internal static class RatePicture
{
    private const int Width = 60;
    private const int Height = 4;
    private const string Levels = " ▁▂▃▄▅▆▇█";

    /// <summary>The picture's lines, without comment signs; none for a rate that stays.</summary>
    public static IEnumerable<string> Of(LoopPlan plan)
    {
        var rates = plan.Sketch.HasCurve ? plan.Sketch.Draw(plan, Width) : [];
        var most = rates.DefaultIfEmpty(0).Max();
        if (most <= 0)
        {
            return [];
        }
        var epochs = plan.NumberOf("Epochs");
        return
        [
            $"Lr over {(epochs == 1 ? "one epoch" : $"{epochs} epochs")} at {RateSketch.StepsPerEpoch} steps each, at most {Text(most)}, "
                + $"{Text(rates[rates.Count - 1])} at the end:",
            .. Enumerable.Range(1, Height).Select(row => Row(rates, most, Height - row)).Where(static row => row.Length > 0),
        ];
    }

    private static string Row(IEnumerable<double> rates, double most, int row)
    {
        var eighths = Levels.Length - 1;
        var letters = rates.Select(rate => (int)Math.Ceiling(rate / most * Height * eighths) - (row * eighths))
            .Select(level => Levels[Math.Max(0, Math.Min(level, eighths))]);
        return string.Concat(letters).TrimEnd();
    }

    private static string Text(double rate) => rate == 0 ? "0" : NumberText.Format(double.Parse(
        rate.ToString("G2", System.Globalization.CultureInfo.InvariantCulture), System.Globalization.CultureInfo.InvariantCulture));
}
