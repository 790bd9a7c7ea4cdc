using System.Globalization;

namespace TrainSdk.CommandLine;

/// <summary>Numbers for people: six significant digits, invariant.</summary>
internal static class HumanNumber
{
    public static string Format(double value) => value.ToString("G6", CultureInfo.InvariantCulture);
}
