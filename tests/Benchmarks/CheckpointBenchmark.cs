using TorchSharp;
using TrainSdk.Benchmarks.Checkpoints;
using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Loops;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Benchmarks.Models;
using TrainSdk.Data;

namespace TrainSdk.Benchmarks;

/// <summary>What never losing a run costs.</summary>
internal sealed class CheckpointBenchmark : IBenchmark
{
    private const int RoundsByDefault = 15;
    private const int EpochBatches = 938;
    private const int MeasuredBatches = 50;
    private const int QuickBatches = 2;

    public string Name => "checkpoint";

    public string Summary => "ms that a checkpoint holds up the training, and its share of an epoch of the CNN";

    public void Run(BenchmarkOptions options, Report report)
    {
        List<string[]> rows = [["model", "threads", "MB", "what", "ms", "min", "max", "first"]];
        var before = torch.get_num_threads();
        var rounds = options.Rounds ?? (options.Quick ? 2 : RoundsByDefault);
        foreach (var threads in options.Threads)
        {
            torch.set_num_threads(threads);
            using var large = new CheckpointRun(new ResNetShapes());
            Measure(large, "11 M", threads, rounds, rows, report);
            using var small = new CheckpointRun(new Cnn());
            var whole = Measure(small, "cnn", threads, rounds, rows, report);
            report.Progress($"an epoch of the CNN, {threads} threads");
            var epoch = EpochMilliseconds(options.Quick ? QuickBatches : MeasuredBatches);
            report.Ratio(
                $"checkpoint.cnn.until-on-disk/epoch.{threads}t", new Spread(whole.Median / epoch, whole.Min / epoch, whole.Max / epoch));
        }
        torch.set_num_threads(before);
        report.Table(rows);
        report.Ratios();
    }

    private static Spread Measure(CheckpointRun run, string model, int threads, int rounds, List<string[]> rows, Report report)
    {
        report.Progress($"{model}, {threads} threads");
        var (first, _) = run.Save(isBest: true);
        run.Save(isBest: true);
        var plain = Enumerable.Range(0, rounds).Select(_ => run.Save(isBest: false)).ToArray();
        var best = Enumerable.Range(0, rounds).Select(_ => run.Save(isBest: true)).ToArray();
        var whole = Spread.Of(best.Select(static save => save.Whole));
        var stall = Spread.Of(plain.Select(static save => save.Stall));
        string[] about = [model, $"{threads}", Report.Number(run.Bytes / 1e6)];
        rows.Add([.. about, "stall", .. Report.Cells(stall), Report.Number(first)]);
        rows.Add([.. about, "stall with new best weights", .. Report.Cells(Spread.Of(best.Select(static save => save.Stall))), ""]);
        rows.Add([.. about, "until on disk, with best", .. Report.Cells(whole), ""]);
        report.Ratio($"checkpoint.{model.Replace(" ", "")}.stall/20ms.{threads}t", new Spread(stall.Median / 20, stall.Min / 20, stall.Max / 20));
        return whole;
    }

    private static double EpochMilliseconds(int batches)
    {
        var data = new DataSplits(Pictures.Load(batches * Recipe.BatchSize), validation: null);
        return EpochBatches * new GeneratedLoop<Cnn, Cnn.Hyperparameters>(Cnn.Training.Description, new(), data).Run();
    }
}
