using TorchSharp;
using TrainSdk.Advice;
using TrainSdk.Benchmarks.Advising;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Settings;

namespace TrainSdk.Benchmarks;

/// <summary>What <c>find lr</c> names, beside the best of a grid of rates: both train the healthy recipe, and the test split judges.</summary>
internal sealed class RateBenchmark : IBenchmark
{
    private const int SeedsByDefault = 10;
    private const double Point = 0.01;
    private const double PerplexityMargin = 1.02;
    private static readonly double[] Grid = [1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1];
    private static readonly IllRun[] Recipes = [HealthyRuns.Digits, HealthyRuns.Wine, HealthyRuns.Fashion, HealthyRuns.Words];

    public string Name => "rates";

    public string Summary => "the rate that find lr names beside the best of a grid, on digits, wine, pictures and words (20 minutes)";

    public void Run(BenchmarkOptions options, Report report)
    {
        var seeds = options.Rounds ?? (options.Quick ? 1 : SeedsByDefault);
        IReadOnlyList<string> wanted = options.Quick && options.Recipes.Count == 0 ? [HealthyRuns.Wine.Name] : options.Recipes;
        var store = new RunStore(options.Results, options.Threads[0]);
        torch.set_num_threads(options.Threads[0]);
        List<string[]> rows = [["recipe", "named by find lr", "with it", .. Grid.Select(NumberText.Format), "within"]];
        foreach (var recipe in Recipes.Where(recipe => wanted.Count == 0 || wanted.Contains(recipe.Name)))
        {
            var named = Enumerable.Range(0, seeds).Select(seed => Named(recipe, seed)).ToArray();
            var found = Test(recipe, seeds, seed => named[seed], store);
            var grid = Grid.Select(lr => Test(recipe, seeds, _ => lr, store)).ToArray();
            var isPerplexity = found.Mean > 1;
            var best = isPerplexity ? grid.MinBy(static one => one.Mean) : grid.MaxBy(static one => one.Mean);
            var isWithin = isPerplexity ? found.Mean <= PerplexityMargin * best.Mean : found.Mean >= best.Mean - best.Error - Point;
            rows.Add(
            [
                recipe.Name, $"{Report.Number(named.Min())} to {Report.Number(named.Max())}", Report.Number(found.Mean),
                .. grid.Select(one => Report.Number(one.Mean) + (one == best ? " ±" + Report.Number(best.Error) : "")), isWithin ? "yes" : "no",
            ]);
            report.Progress(string.Join("  ", rows[^1]));
            var ratio = found.Mean / best.Mean;
            report.Ratio($"rates.{recipe.Name}.named/best", new Spread(ratio, ratio, ratio));
        }
        report.Line($"{seeds} seeds; test accuracy, or perplexity where it is above 1");
        report.Table(rows);
        report.Ratios();
    }

    // Two digits: what somebody writes into the attribute.
    private static double Named(IllRun recipe, int seed)
    {
        var lr = ModelCompiler.Compile(recipe.Source).SuggestLr(recipe.Data(seed), new Dictionary<string, string> { ["Seed"] = NumberText.Format(seed) })
            ?? throw new TrainException($"find lr names no rate for {recipe.Name} with seed {NumberText.Format(seed)}");
        var unit = Math.Pow(10, Math.Floor(Math.Log10(lr)) - 1);
        return Math.Round(lr / unit) * unit;
    }

    private static (double Mean, double Error) Test(IllRun recipe, int seeds, Func<int, double> lrOf, RunStore store)
    {
        double[] values = [.. Enumerable.Range(0, seeds).Select(seed => Value(recipe, seed, NumberText.Format(lrOf(seed)), store))];
        return (values.Average(), seeds < 2 ? 0 : Series.StandardError(values));
    }

    private static double Value(IllRun recipe, int seed, string lr, RunStore store)
    {
        var run = recipe with { Name = $"{recipe.Name}-lr-{lr}", Settings = new Dictionary<string, string> { ["Lr"] = lr } };
        return store.Of(run, seed).Result!.Test!.Value;
    }
}
