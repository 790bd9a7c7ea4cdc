using TorchSharp;
using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Benchmarks.Memory;
using TrainSdk.Benchmarks.Models;
using TrainSdk.Data;

namespace TrainSdk.Benchmarks;

/// <summary>Whether a long run stays at its size.</summary>
internal sealed class MemoryBenchmark : IBenchmark
{
    private const int Steps = 10_000;
    private const int QuickSteps = 10;

    public string Name => "memory";

    public string Summary => "resident memory and live tensors over 10,000 steps";

    public void Run(BenchmarkOptions options, Report report)
    {
        var before = torch.get_num_threads();
        torch.set_num_threads(options.Threads[0]);
        var steps = options.Quick ? QuickSteps : Steps;
        List<string[]> rows = [["model", "step", "resident MB", "managed MB", "tensors"]];
        Add(rows, report, "mlp", Mlp(steps));
        Add(rows, report, "digits-cnn", Digits(steps));
        torch.set_num_threads(before);
        report.Table(rows);
        report.Ratios();
    }

    // 1,000 steps per epoch: batches of 60 divide the 60,000 pictures.
    private static MemoryRun Mlp(int steps)
    {
        var settings = new Mlp.Hyperparameters { BatchSize = 60, Epochs = Math.Max(10, steps / 1000) };
        return MemoryRun.Of(Models.Mlp.Training.Description, settings, Pictures.Load(steps / settings.Epochs * settings.BatchSize), steps);
    }

    // 100 steps per epoch, or 1 in a quick run.
    private static MemoryRun Digits(int steps)
    {
        var settings = new DigitsCnn.Hyperparameters { Epochs = Math.Max(10, steps / 100) };
        var samples = steps / settings.Epochs * settings.BatchSize;
        return MemoryRun.Of(DigitsCnn.Training.Description, settings, ShippedDigits.Load(samples), steps);
    }

    private static void Add(List<string[]> rows, Report report, string model, MemoryRun run)
    {
        rows.AddRange(run.Seen.Select(point =>
            (string[])[model, $"{point.Step}", Report.Number(point.Megabytes), Report.Number(point.Managed), $"{point.Tensors}"]));
        var growth = run.Seen[^1].Megabytes / run.Seen[0].Megabytes;
        report.Ratio($"memory.{model}.resident.last/first", new Spread(growth, growth, growth));
        report.Ratio($"memory.{model}.collector/training", new Spread(run.CollectorShare, run.CollectorShare, run.CollectorShare));
    }
}
