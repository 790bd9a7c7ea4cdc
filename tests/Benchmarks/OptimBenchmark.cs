using TorchSharp;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Benchmarks.Optim;
using TrainSdk.Optim;
using TrainSdk.Optim.Kernels;

namespace TrainSdk.Benchmarks;

/// <summary>A step of the optimizers alone, on the parameters of a ResNet-18.</summary>
internal sealed class OptimBenchmark : IBenchmark
{
    private const int StepsPerRound = 10;
    private const int RoundsByDefault = 9;

    public string Name => "optim";

    public string Summary => "ms and managed bytes per optimizer step: ours, TorchSharp's (62 tensors, 11 M parameters)";

    public void Run(BenchmarkOptions options, Report report)
    {
        List<string[]> rows = [["optimizer", "threads", "whose", "ms per step", "min", "max", "managed bytes"]];
        var before = torch.get_num_threads();
        foreach (var threads in options.Threads)
        {
            torch.set_num_threads(threads);
            foreach (var make in Makers(options.Quick ? 1 : StepsPerRound))
            {
                using var pair = make();
                report.Progress($"{pair.Name}, {threads} threads");
                var measured = Rounds.Alternate(pair.Contenders, options.Rounds ?? (options.Quick ? 1 : RoundsByDefault));
                rows.AddRange(measured.Select(whose => (string[])
                    [pair.Name, $"{threads}", whose.Name, .. Report.Cells(whose.Spread), $"{pair.BytesPerStep(whose.Name)}"]));
                if (measured.Count > 1)
                {
                    report.Ratio($"optim.{pair.Name}.torchsharp/ours.{threads}t", measured[1].Over(measured[0]));
                }
            }
        }
        torch.set_num_threads(before);
        report.Line($"our steps run on {KernelRoutes.Current}");
        report.Table(rows);
        report.Ratios();
    }

    private static Func<OptimizerPair>[] Makers(int steps) =>
    [
        () => new OptimizerPair(
            "adam", static ours => new Adam(ours), static theirs => torch.optim.Adam(theirs, lr: 1e-3), steps),
        () => new OptimizerPair(
            "adamw", static ours => new AdamW(ours, weightDecay: 1e-4),
            static theirs => torch.optim.AdamW(theirs, lr: 1e-3, weight_decay: 1e-4), steps),
        () => new OptimizerPair(
            "amsgrad", static ours => new AdamW(ours, weightDecay: 1e-4, amsgrad: true),
            static theirs => torch.optim.AdamW(theirs, lr: 1e-3, weight_decay: 1e-4, amsgrad: true), steps),
        () => new OptimizerPair(
            "nadam", static ours => new NAdam(ours, weightDecay: 0), static theirs => torch.optim.NAdam(theirs, lr: 1e-3), steps),
        () => new OptimizerPair(
            "radam", static ours => new RAdam(ours, weightDecay: 0), static theirs => torch.optim.RAdam(theirs, lr: 1e-3), steps),
        () => new OptimizerPair(
            "rmsprop", static ours => new RmsProp(ours, weightDecay: 0), static theirs => torch.optim.RMSProp(theirs, lr: 1e-3), steps),
        () => new OptimizerPair(
            "adagrad", static ours => new Adagrad(ours, weightDecay: 0), static theirs => torch.optim.Adagrad(theirs, lr: 1e-3), steps),
        () => new OptimizerPair(
            "lion", static ours => new Lion(ours, weightDecay: 0), theirs: null, steps),
        () => new OptimizerPair(
            "sgd", static ours => new Sgd(ours, momentum: 0.9, weightDecay: 1e-4),
            static theirs => torch.optim.SGD(theirs, learningRate: 1e-3, momentum: 0.9, weight_decay: 1e-4), steps),
    ];
}
