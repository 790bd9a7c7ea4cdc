using TorchSharp;
using TrainSdk.Benchmarks.Accuracy;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Data;

namespace TrainSdk.Benchmarks;

/// <summary>What each ingredient of a recipe does to the test accuracy, over several seeds. Hours, not minutes: for nights.</summary>
internal sealed class AccuracyBenchmark : IBenchmark
{
    private const int SeedsByDefault = 3;

    public string Name => "accuracy";

    public string Summary => "test accuracy on Fashion-MNIST: a plain recipe, one ingredient at a time, a showcase; over seeds (hours)";

    public void Run(BenchmarkOptions options, Report report)
    {
        string[] wanted = [.. options.Recipes.Select(FashionRecipe.Known)];
        var data = options.Quick ? FashionData.LoadFew() : FashionData.Load();
        var before = torch.get_num_threads();
        torch.set_num_threads(options.Threads[^1]);
        var seeds = options.Rounds ?? (options.Quick ? 1 : SeedsByDefault);
        var ledger = new AccuracyLedger(options.Results);
        List<string[]> rows = [["recipe", "mean", "min", "max"]];
        foreach (var recipe in FashionRecipe.All.Where(recipe => wanted.Length == 0 || wanted.Contains(recipe.Name)))
        {
            double[] accuracies = [.. Enumerable.Range(0, seeds).Select(seed => Train(recipe, data, seed, ledger, report))];
            var spread = new Spread(accuracies.Average(), accuracies.Min(), accuracies.Max());
            rows.Add([recipe.Name, .. Report.Cells(spread)]);
            report.Ratio($"accuracy.{recipe.Name}", spread);
        }
        torch.set_num_threads(before);
        report.Line(
            $"Fashion-MNIST, {data.Train.Count} / {data.Validation!.Count} / {data.Test!.Count} pictures, {seeds} seeds; mean, least, most");
        report.Table(rows);
        report.Ratios();
    }

    private static double Train(FashionRecipe recipe, DataSplits data, int seed, AccuracyLedger ledger, Report report)
    {
        var accuracy = ledger.Of(recipe, seed, data);
        report.Progress(FormattableString.Invariant($"{recipe.Name}, seed {seed}: {accuracy:F4}"));
        return accuracy;
    }
}
