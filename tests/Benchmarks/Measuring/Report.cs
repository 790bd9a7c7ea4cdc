using System.Globalization;
using TrainSdk.CommandLine;

namespace TrainSdk.Benchmarks.Measuring;

/// <summary>Writes tables for people and, after them, <c>ratio</c> lines for scripts.</summary>
internal sealed class Report(TextWriter output, TextWriter progress)
{
    private readonly List<string> _ratios = [];

    /// <summary>Milliseconds, megabytes and ratios with four significant digits, whatever the machine's language.</summary>
    public static string Number(double value) => value.ToString(value >= 1000 ? "F0" : "G4", CultureInfo.InvariantCulture);

    public void Line(string text) => output.WriteLine(text);

    /// <summary>Says what is being measured now.</summary>
    public void Progress(string text) => progress.WriteLine(text);

    /// <summary>The cells of a spread: median, least and largest.</summary>
    public static string[] Cells(Spread spread) => [Number(spread.Median), Number(spread.Min), Number(spread.Max)];

    public void Table(params IReadOnlyList<string[]> rows)
    {
        output.WriteLine();
        TextTable.Write(output, rows);
        output.WriteLine();
    }

    /// <summary>Keeps a ratio until <see cref="Ratios"/>.</summary>
    public void Ratio(string name, Spread spread) => _ratios.Add(FormattableString.Invariant(
        $"ratio {name} {spread.Median:F3} {spread.Min:F3} {spread.Max:F3}"));

    /// <summary>Keeps the ratios of those pairs of contenders that were measured.</summary>
    public void Ratios(string subject, int threads, IReadOnlyList<Measured> measured, IEnumerable<(string Over, string Under)> pairs)
    {
        var byName = measured.ToDictionary(static contender => contender.Name);
        foreach (var (over, under) in pairs.Where(pair => byName.ContainsKey(pair.Over) && byName.ContainsKey(pair.Under)))
        {
            Ratio($"{subject}.{over}/{under}.{threads}t", byName[over].Over(byName[under]));
        }
    }

    /// <summary>Writes the ratios kept so far.</summary>
    public void Ratios()
    {
        _ratios.ForEach(output.WriteLine);
        _ratios.Clear();
    }
}
