using System.Globalization;
using TrainSdk.Advice;
using TrainSdk.Benchmarks.Advising;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Settings;

namespace TrainSdk.Benchmarks;

/// <summary>
/// The table of findings × trainings that are ill or well, with a label for each cell. Thresholds are set on the seeds 0 to 4; what counts
/// is the score on 5 to 9.
/// </summary>
internal sealed class AdviceBenchmark : IBenchmark
{
    private const int SeedsByDefault = 10;
    private const int SeedsToTuneOn = 5;
    private static readonly string[] Few = [HealthyRuns.Digits.Name, "digits-adam-rate-1", "digits-clip-1e-3"];

    public string Name => "advice";

    public string Summary => "trainings that are ill, each in one way: which advice they get that they must, may and must not (15 minutes)";

    /// <summary>The healthy and the ill, in the order of the table.</summary>
    internal static IReadOnlyList<IllRun> Runs { get; } = [.. HealthyRuns.All, .. IllRuns.All];

    public void Run(BenchmarkOptions options, Report report)
    {
        var seeds = options.Rounds ?? (options.Quick ? 1 : SeedsByDefault);
        IReadOnlyList<string> wanted = options.Quick && options.Recipes.Count == 0 ? Few : options.Recipes;
        var runs = Runs.Where(run => wanted.Count == 0 || wanted.Contains(run.Name)).ToArray();
        var store = new RunStore(options.Results, options.Threads[0]);
        var found = new string[runs.Length, seeds][];
        for (var seed = 0; seed < seeds; seed++)
        {
            foreach (var (at, run) in runs.Index())
            {
                found[at, seed] = [.. FindingCatalog.In(store.Of(run, seed)).Select(static finding => finding.Id)];
                report.Progress($"seed {NumberText.Format(seed)}, {run.Name}: {string.Join(", ", found[at, seed])}");
            }
        }
        report.Line($"{runs.Length} trainings × {FindingCatalog.Rules.Count} findings × {seeds} seeds; of so many seeds it was told in");
        report.Table([["training", "must", "may", "must not"], .. runs.Select((run, at) => Row(run, [.. Of(found, at, seeds)]))]);
        Write("tuned on", 0, Math.Min(seeds, SeedsToTuneOn));
        Write("scored on", SeedsToTuneOn, seeds);
        report.Ratios();

        void Write(string part, int first, int end)
        {
            if (first >= end)
            {
                return;
            }
            var (all, templates) = (Score(first, end, runs), Score(first, end, HealthyRuns.Templates));
            report.Line($"{part} seeds {first} to {end - 1}: {all}; on the templates must-not {templates.Untrue} of {templates.MustNot}");
            var share = all.Must == 0 ? 1 : (double)all.Told / all.Must;
            report.Ratio($"advice.must.{part.Replace(' ', '-')}", new Spread(share, share, share));
        }

        AdviceScore Score(int first, int end, IReadOnlyList<IllRun> part) => runs.Index().Where(one => part.Contains(one.Item))
            .SelectMany(one => Enumerable.Range(first, end - first).Select(seed => AdviceScore.Of(
                one.Item, found[one.Index, seed], FindingCatalog.Rules.Count)))
            .Aggregate(default(AdviceScore), static (sum, next) => sum + next);
    }

    private static IEnumerable<string[]> Of(string[,][] found, int run, int seeds) =>
        Enumerable.Range(0, seeds).Select(seed => found[run, seed]);

    private static string[] Row(IllRun run, string[][] found)
    {
        var counts = found.SelectMany(static ids => ids).CountBy(static id => id).ToDictionary();
        return
        [
            run.Name,
            Cell(run.Must),
            Cell(run.May.Except(run.Must).Where(counts.ContainsKey)),
            Cell(counts.Keys.Except(run.Must).Except(run.May)),
        ];

        string Cell(IEnumerable<string> ids) => string.Join(", ", ids.Select(id =>
            $"{id} {counts.GetValueOrDefault(id).ToString(CultureInfo.InvariantCulture)}"));
    }
}
