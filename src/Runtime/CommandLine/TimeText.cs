using System.Globalization;
using System.Text.RegularExpressions;

namespace TrainSdk.CommandLine;

/// <summary>Lengths of time as people write them: <c>45s</c>, <c>90m</c>, <c>11h30m</c>, <c>2d</c>.</summary>
internal static partial class TimeText
{
    /// <summary>Reads a length of time of at least a second; false for anything else, a number without a unit too.</summary>
    public static bool TryParse(string text, out TimeSpan time)
    {
        time = TimeSpan.Zero;
        var parts = Parts().Match(text);
        if (!parts.Success)
        {
            return false;
        }
        var seconds = Part(parts, "d", 86_400) + Part(parts, "h", 3600) + Part(parts, "m", 60) + Part(parts, "s", 1);
        if (seconds < 1 || seconds > TimeSpan.MaxValue.TotalSeconds)
        {
            return false;
        }
        time = TimeSpan.FromSeconds(seconds);
        return true;
    }

    private static double Part(Match parts, string unit, double seconds) => parts.Groups[unit] is { Success: true } number
        ? double.Parse(number.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * seconds
        : 0;

    [GeneratedRegex(
        @"^((?<d>\d+(\.\d+)?)d)?((?<h>\d+(\.\d+)?)h)?((?<m>\d+(\.\d+)?)m)?((?<s>\d+(\.\d+)?)s)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Parts();
}
