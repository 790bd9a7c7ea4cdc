using TrainSdk.Benchmarks.Analyzers;
using TrainSdk.Benchmarks.Measuring;

namespace TrainSdk.Benchmarks;

/// <summary>What the analyzers cost while someone types.</summary>
internal sealed class AnalyzersBenchmark : IBenchmark
{
    private const int RoundsByDefault = 9;
    private const int Lines = 5000;

    // An editor, or a build server, runs them again and again: the just-in-time compiler is done after some dozens.
    private const int WarmUp = 30;

    public string Name => "analyzers";

    public string Summary => $"ms of each analyzer on a project of {Lines} lines, beside one that does nothing";

    public void Run(BenchmarkOptions options, Report report)
    {
        var files = SyntheticProject.Files(Lines);
        var rounds = options.Rounds ?? (options.Quick ? 1 : RoundsByDefault);
        for (var run = 0; run < (options.Quick ? 1 : WarmUp); run++)
        {
            report.Progress($"warm-up {run + 1} of {WarmUp}");
            _ = AnalyzerTimes.Measure(files);
        }
        var times = new double[rounds][];
        for (var round = 0; round < rounds; round++)
        {
            report.Progress($"round {round + 1} of {rounds}");
            times[round] = AnalyzerTimes.Measure(files);
        }
        List<string[]> rows = [["analyzer", "ms", "min", "max"]];
        for (var at = 0; at < AnalyzerTimes.Names.Count; at++)
        {
            var spread = Spread.Of(times.Select(all => all[at]));
            rows.Add([AnalyzerTimes.Names[at], .. Report.Cells(spread)]);
        }
        for (var at = 1; at < AnalyzerTimes.Names.Count; at++)
        {
            report.Ratio($"analyzers.{AnalyzerTimes.Names[at]}/nothing", Spread.Of(times.Select(all => all[at] / all[0])));
        }
        report.Line($"{files.Sum(static file => file.AsSpan().Count('\n'))} lines in {files.Count} files");
        report.Table(rows);
        report.Ratios();
    }
}
