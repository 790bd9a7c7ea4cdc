using System.Globalization;

namespace TrainSdk.Settings;

/// <summary>
/// The one place where numbers are read and written as text: invariant culture, no thousands separators, so <c>0,5</c> is refused.
/// </summary>
public static class NumberText
{
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    /// <summary>Reads a number such as <c>0.001</c> or <c>1e-3</c>; false for anything else, <c>0,5</c> and the empty text too.</summary>
    public static bool TryNumber(string text, out double value) =>
        double.TryParse(text.Trim(), Number, CultureInfo.InvariantCulture, out value);

    /// <summary>Reads a whole number such as <c>64</c>; false for anything else.</summary>
    public static bool TryInteger(string text, out long value) =>
        long.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);

    /// <summary>The shortest text that reads back as the same number.</summary>
    public static string Format(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The text of a whole number.</summary>
    public static string Format(long value) => value.ToString(CultureInfo.InvariantCulture);
}
