using System.Globalization;
using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary>Numbers for people, in the invariant form.</summary>
internal static class HumanNumber
{
    /// <summary>Six significant digits.</summary>
    public static string Format(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary><c>1 epoch</c>, <c>2 epochs</c>.</summary>
    public static string Count(long number, string thing) => $"{NumberText.Format(number)} {thing}{(number == 1 ? "" : "s")}";
}
