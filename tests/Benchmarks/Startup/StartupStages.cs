using System.Globalization;

namespace TrainSdk.Benchmarks.Startup;

/// <summary>The way of a process to its first step, in order.</summary>
internal static class StartupStages
{
    public static readonly IReadOnlyList<string> Names =
        ["runtime start", "libtorch load", "first operation", "data", "model", "run start", "first step"];

    private const string Mark = "startup";

    /// <summary>The line in which the child reports the milliseconds of each stage.</summary>
    public static string Write(IEnumerable<double> milliseconds) =>
        $"{Mark} {string.Join(' ', milliseconds.Select(static value => value.ToString("F3", CultureInfo.InvariantCulture)))}";

    /// <summary>Reads that line out of what the child wrote.</summary>
    /// <exception cref="TrainException">It is not there.</exception>
    public static double[] Read(string output)
    {
        var line = output.Split('\n').FirstOrDefault(static line => line.StartsWith(Mark, StringComparison.Ordinal))
            ?? throw new TrainException($"the started process did not report its stages; it wrote: {output.Trim()}");
        return [.. line.Split(' ')[1..].Select(static value => double.Parse(value, CultureInfo.InvariantCulture))];
    }
}
