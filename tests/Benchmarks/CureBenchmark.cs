using TrainSdk.Advice;
using TrainSdk.Benchmarks.Advising;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Recording;
using TrainSdk.Settings;

namespace TrainSdk.Benchmarks;

/// <summary>
/// Follows the first advice of an ill training to the letter, trains again, and so on until there is none, or five times; the test split
/// then says how far it is from the recipe as it should be.
/// </summary>
internal sealed class CureBenchmark : IBenchmark
{
    private const int SeedsByDefault = 10;
    private const int MostRounds = 5;
    private const double Point = 0.01;
    private const double PerplexityMargin = 1.02;
    private const string Perplexity = "perplexity";
    private static readonly string[] Few = ["wine-adam-rate-1e-5"];

    public string Name => "cures";

    public string Summary => "ill trainings whose first advice is followed up to five times, beside the recipe as it should be (30 minutes)";

    public void Run(BenchmarkOptions options, Report report)
    {
        var seeds = options.Rounds ?? (options.Quick ? 2 : SeedsByDefault);
        IReadOnlyList<string> wanted = options.Quick && options.Recipes.Count == 0 ? Few : options.Recipes;
        var store = new RunStore(options.Results, options.Threads[0]);
        List<string[]> rows = [["start", "healthy", "ill", "followed", "trainings", "within", "advice that was followed with seed 0"]];
        var starts = IllStarts.All.Where(start => wanted.Count == 0 || wanted.Contains(start.Run.Name)).ToArray();
        var within = starts.Count(start => Measure(start, seeds, store, report, rows));
        report.Line($"{seeds} seeds; test accuracy, or perplexity where it is above 1, and after ± its standard error");
        report.Table(rows);
        var share = (double)within / starts.Length;
        report.Ratio("cures.within/all", new Spread(share, share, share));
        report.Ratios();
    }

    private static bool Measure(IllStart start, int seeds, RunStore store, Report report, List<string[]> rows)
    {
        var healthy = Enumerable.Range(0, seeds).Select(seed => store.Of(start.Healthy, seed).Result!.Test!).ToArray();
        var follows = Enumerable.Range(0, seeds).Select(seed => Follow(start, seed, store, report)).ToArray();
        var (should, error) = MeanAndError([.. healthy.Select(static test => test.Value)]);
        var (ill, _) = MeanAndError([.. follows.Select(static one => one.First.Value)]);
        var (cured, _) = MeanAndError([.. follows.Select(static one => one.Last.Value)]);
        var isWithin = healthy[0].Metric == Perplexity ? cured <= PerplexityMargin * should : cured >= should - error - Point;
        rows.Add(
        [
            start.Run.Name, $"{Report.Number(should)} ± {Report.Number(error)}", Report.Number(ill), Report.Number(cured),
            Report.Number(follows.Average(static one => one.Advice.Count)), isWithin ? "yes" : "no", string.Join(", ", follows[0].Advice),
        ]);
        return isWithin;
    }

    private static (RecordedEvaluation First, RecordedEvaluation Last, IReadOnlyList<string> Advice) Follow(
        IllStart start, int seed, RunStore store, Report report)
    {
        var run = start.Run;
        var history = store.Of(run, seed);
        var first = history.Result!.Test!;
        var advice = new List<string>();
        while (advice.Count < MostRounds && FindingCatalog.In(history) is [var finding, ..] && start.Follow(run, finding) is { } next)
        {
            advice.Add($"{finding.Id}: {finding.Edit}");
            run = next;
            history = store.Of(run, seed);
        }
        report.Progress($"{start.Run.Name}, seed {NumberText.Format(seed)}: {string.Join(" → ", advice)} → {Report.Number(history.Result!.Test!.Value)}");
        return (first, history.Result!.Test!, advice);
    }

    private static (double Mean, double Error) MeanAndError(double[] values) => (values.Average(), values.Length < 2 ? 0 : Series.StandardError(values));
}
