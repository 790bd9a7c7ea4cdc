using System.Globalization;
using TrainSdk.Settings;

namespace TrainSdk.Sweeps;

/// <summary>
/// A range of real numbers, drawn evenly or, with <c>:log</c>, evenly by their logarithm. A draw is rounded to a thousandth or less of the
/// range, so that what is shown is what was trained.
/// </summary>
/// <param name="Setting">Name of the setting.</param>
/// <param name="Low">The least.</param>
/// <param name="High">The most, above it.</param>
/// <param name="IsLog">Whether their logarithms are drawn evenly.</param>
internal sealed record NumberAxis(string Setting, double Low, double High, bool IsLog) : SweepAxis(Setting)
{
    private const int Digits = 3;

    public override IReadOnlyList<string>? Values => null;

    public override IReadOnlyList<string> Edges => [NumberText.Format(Low), NumberText.Format(High)];

    public override string Text => AxisText.Range(Edges, IsLog);

    public override string At(double share) => NumberText.Format(Rounded(
        IsLog ? Low * Math.Pow(High / Low, share) : Low + ((High - Low) * share)));

    private double Rounded(double value)
    {
        var size = IsLog ? Math.Min(High - Low, value) : High - Low;
        var places = Math.Max(0, Exponent(value) - Exponent(size) + Digits);
        var text = value.ToString($"E{places}", CultureInfo.InvariantCulture);
        return Math.Clamp(double.Parse(text, CultureInfo.InvariantCulture), Low, High);
    }

    private static int Exponent(double value) => value == 0 ? 0 : (int)Math.Floor(Math.Log10(Math.Abs(value)));
}
