using System.Globalization;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Text;

/// <summary>Values as C# source: the same in every culture, and read back as the same value.</summary>
internal static class Literal
{
    public static string Of(bool value) => value ? "true" : "false";

    public static string Of(long value) => value == long.MinValue ? "long.MinValue" : NumberText.Format(value);

    public static string Of(double value)
    {
        if (double.IsNaN(value))
        {
            return "double.NaN";
        }
        if (double.IsInfinity(value))
        {
            return value > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity";
        }
        return Readable(NumberText.Format(value));
    }

    /// <summary>Text in quotes.</summary>
    public static string Of(string text) => "\"" + string.Concat(text.Select(static letter => letter switch
    {
        '"' or '\\' => "\\" + letter,
        < ' ' => $"\\u{(int)letter:x4}",
        _ => letter.ToString(),
    })) + "\"";

    /// <summary>A single-precision number, as the double that its own shortest text names.</summary>
    public static string Of(float value) => float.IsNaN(value) || float.IsInfinity(value)
        ? Of((double)value)
        : Readable(value.ToString("R", CultureInfo.InvariantCulture));

    // 1 becomes 1.0, so that it reads as a real number; 1E-08 becomes 1e-8.
    private static string Readable(string number)
    {
        var exponent = number.IndexOf('E');
        if (exponent < 0)
        {
            return number.Contains('.') ? number : number + ".0";
        }
        var power = int.Parse(number.Substring(exponent + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        return number.Substring(0, exponent) + "e" + NumberText.Format(power);
    }
}
