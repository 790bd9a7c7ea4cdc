using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using TrainSdk.Settings;

namespace TrainSdk.Reports;

/// <summary>Words and numbers of a report, as text and as HTML.</summary>
internal static partial class ReportText
{
    private const string Digits = "G5";
    private const double Whole = 1e6;

    /// <summary>Text as it can stand in HTML.</summary>
    public static string Html(string text) => WebUtility.HtmlEncode(text);

    /// <summary>Five significant digits; whole numbers as they are.</summary>
    public static string Number(double value) => value.ToString(
        Math.Abs(value) < Whole && value == Math.Round(value) ? "F0" : Digits, CultureInfo.InvariantCulture);

    /// <summary><c>12.3 %</c>.</summary>
    public static string Percent(double share) =>
        double.IsFinite(share) ? string.Create(CultureInfo.InvariantCulture, $"{share * 100:F1} %") : "–";

    /// <summary><c>1 epoch</c>, <c>2 epochs</c>.</summary>
    public static string Count(long number, string thing) => $"{NumberText.Format(number)} {thing}{(number == 1 ? "" : "s")}";

    /// <summary><c>4.2 s</c>, <c>3 min 20 s</c>, <c>2 h 5 min</c>.</summary>
    public static string Duration(double seconds)
    {
        var time = TimeSpan.FromSeconds(double.IsFinite(seconds) ? seconds : 0);
        return time switch
        {
            { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.0} s"),
            { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.Minutes} min {time.Seconds} s"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(time.TotalHours):F0} h {time.Minutes} min"),
        };
    }

    /// <summary><c>2026-11-23 14:05 UTC</c>.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>A name in words: <c>EarlyStopped</c> as <c>early stopped</c>, <c>val_top5</c> as <c>val top5</c>.</summary>
    public static string Words(string name) =>
        WordStart().Replace(name, static letter => $" {letter.Value}").Replace('_', ' ').Trim().ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
