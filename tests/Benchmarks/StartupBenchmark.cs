using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Loops;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Benchmarks.Startup;

namespace TrainSdk.Benchmarks;

/// <summary>Where the time goes from a process's start to its first step.</summary>
internal sealed class StartupBenchmark : IBenchmark
{
    private const int RoundsByDefault = 5;

    public string Name => "startup";

    public string Summary => "ms from process start to the first step, by stage";

    public void Run(BenchmarkOptions options, Report report)
    {
        var samples = options.Quick ? Recipe.BatchSize * 2 : Pictures.Count;
        var rounds = options.Rounds ?? (options.Quick ? 1 : RoundsByDefault);
        var starts = new double[rounds][];
        for (var round = 0; round < rounds; round++)
        {
            report.Progress($"start {round + 1} of {rounds}");
            starts[round] = StartupProcess.Run(options.Threads[0], samples);
        }
        var total = starts.Select(static stages => stages.Sum()).ToArray();

        List<string[]> rows = [["stage", "ms", "min", "max"]];
        rows.AddRange(StartupStages.Names.Select((name, stage) =>
            (string[])[name, .. Report.Cells(Spread.Of(starts.Select(stages => stages[stage])))]));
        rows.Add(["to the first step", .. Report.Cells(Spread.Of(total))]);
        for (var stage = 0; stage < StartupStages.Names.Count; stage++)
        {
            report.Ratio(
                $"startup.{StartupStages.Names[stage].Replace(' ', '-')}/total",
                Spread.Of(starts.Zip(total, (stages, all) => stages[stage] / all)));
        }
        report.Line($"{samples} samples, {Pictures.Source}");
        report.Table(rows);
        report.Ratios();
    }
}
