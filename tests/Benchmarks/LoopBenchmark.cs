using TorchSharp;
using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Loops;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Benchmarks.PyTorch;

namespace TrainSdk.Benchmarks;

/// <summary>The generated loop beside loops written by hand and the floor.</summary>
internal sealed class LoopBenchmark : IBenchmark
{
    private const int RoundsByDefault = 7;

    private static readonly (string Over, string Under)[] Compared =
    [
        (Workload.Idiomatic, Workload.Generated),
        (Workload.Generated, Workload.ByHand),
        (Workload.Generated, Workload.Floor),
        (PyTorchWorker.Name, Workload.Generated),
    ];

    public string Name => "loop";

    public string Summary => "ms per batch: the generated loop, loops written by hand, the floor";

    public void Run(BenchmarkOptions options, Report report)
    {
        List<string[]> rows = [["model", "threads", "batches", "loop", "ms per batch", "min", "max"]];
        var before = torch.get_num_threads();
        foreach (var threads in options.Threads)
        {
            torch.set_num_threads(threads);
            using var pytorch = options.PyTorch ? PyTorchWorker.Start(threads, report) : null;
            foreach (var model in options.Models)
            {
                var workload = Workloads.Of(model, options.Quick);
                Contender[] contenders = pytorch is null
                    ? [.. workload.Contenders]
                    : [.. workload.Contenders, new(PyTorchWorker.Name, () => pytorch.Train(model, "fp32", workload.Samples))];
                var measured = Rounds.Alternate(
                    contenders, options.Rounds ?? (options.Quick ? 1 : RoundsByDefault),
                    round => report.Progress($"{model}, {threads} threads: {round}"));
                Add(rows, report, workload, threads, measured);
            }
        }
        torch.set_num_threads(before);
        report.Line($"batch {Recipe.BatchSize}, {Pictures.Source}");
        report.Table(rows);
        report.Ratios();
    }

    private static void Add(List<string[]> rows, Report report, Workload workload, int threads, IReadOnlyList<Measured> measured)
    {
        var batches = Recipe.Batches(workload.Samples);
        rows.AddRange(measured.Select(loop =>
            (string[])[workload.Model, $"{threads}", $"{batches}", loop.Name, .. Report.Cells(loop.Spread)]));
        report.Ratios($"loop.{workload.Model}", threads, measured, Compared);
    }
}
