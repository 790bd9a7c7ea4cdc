using System.Globalization;

namespace TrainSdk.Settings;

/// <summary>Numbers for people, in the invariant form.</summary>
internal static class HumanNumber
{
    private const double FewestGrouped = 1000;

    /// <summary>Six significant digits.</summary>
    public static string Format(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    /// <summary>Four significant digits, for columns: <c>0.0123</c>, <c>1.5E-05</c>; whole and in groups from a thousand on.</summary>
    public static string Short(double value) => Math.Abs(value) >= FewestGrouped && Math.Abs(value) < long.MaxValue
        ? Grouped((long)Math.Round(value))
        : value.ToString("G4", CultureInfo.InvariantCulture);

    /// <summary><c>12,345</c>.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary><c>1 epoch</c>, <c>2 epochs</c>.</summary>
    public static string Count(long number, string thing) => $"{NumberText.Format(number)} {thing}{(number == 1 ? "" : "s")}";

    /// <summary>A length of time in its two largest units: <c>0.42s</c>, <c>12s</c>, <c>3m05s</c>, <c>2h07m</c>, <c>1d03h</c>.</summary>
    public static string Time(TimeSpan time) => time switch
    {
        { TotalSeconds: < 10 } => $"{time.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture)}s",
        { TotalMinutes: < 1 } => $"{NumberText.Format((int)time.TotalSeconds)}s",
        { TotalHours: < 1 } => $"{NumberText.Format(time.Minutes)}m{time.Seconds:00}s",
        { TotalDays: < 1 } => $"{NumberText.Format(time.Hours)}h{time.Minutes:00}m",
        _ => $"{NumberText.Format(time.Days)}d{time.Hours:00}h",
    };
}
