using TorchSharp;
using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Loops;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Benchmarks.Models;
using TrainSdk.Data;

namespace TrainSdk.Benchmarks;

/// <summary>What recording costs: the generated loop with all its records beside the same lines without any.</summary>
internal sealed class RecordingBenchmark : IBenchmark
{
    private const int RoundsByDefault = 61;
    private const int Epochs = 4;
    private const int SlowBatches = 25;
    private const int SlowEpochs = 3;
    private const int QuickBatches = 2;
    private const string Recorded = "recorded";
    private const string Silent = "silent";
    private static readonly string[] Measurable = [ModelNames.Mlp, ModelNames.Cnn];

    public string Name => "recording";

    public string Summary => "ms per batch with everything that a run records, and without";

    public void Run(BenchmarkOptions options, Report report)
    {
        List<string[]> rows = [["model", "threads", "loop", "ms per batch", "min", "max"]];
        var before = torch.get_num_threads();
        foreach (var threads in options.Threads)
        {
            torch.set_num_threads(threads);
            foreach (var model in Measurable.Intersect(options.Models))
            {
                var measured = Rounds.Alternate(
                    Contenders(model, options.Quick), options.Rounds ?? (options.Quick ? 1 : RoundsByDefault),
                    round => report.Progress($"{model}, {threads} threads: {round}"));
                rows.AddRange(measured.Select(loop => (string[])[model, $"{threads}", loop.Name, .. Report.Cells(loop.Spread)]));
                report.Ratios($"recording.{model}", threads, measured, [(Recorded, Silent)]);
            }
        }
        torch.set_num_threads(before);
        report.Line($"batch {Recipe.BatchSize}, {Epochs - 1} epochs after the first (CNN: {SlowEpochs - 1}), {Pictures.Source}");
        report.Table(rows);
        report.Ratios();
    }

    private static Contender[] Contenders(string model, bool isQuick)
    {
        var samples = isQuick ? QuickBatches * Recipe.BatchSize : model == ModelNames.Mlp ? Pictures.Count : SlowBatches * Recipe.BatchSize;
        var data = new DataSplits(Pictures.Load(samples), null);
        if (model == ModelNames.Mlp)
        {
            var settings = new Mlp.Hyperparameters { Epochs = Epochs };
            return
            [
                new(Recorded, new RecordedLoop<Mlp, Mlp.Hyperparameters>(Mlp.Training.Description, settings, data).Run),
                new(Silent, new SilentLoop<Mlp, Mlp.Hyperparameters>(Mlp.Training.Description, settings, data, Epochs).Run),
            ];
        }
        var slow = new Cnn.Hyperparameters { Epochs = SlowEpochs };
        return
        [
            new(Recorded, new RecordedLoop<Cnn, Cnn.Hyperparameters>(Cnn.Training.Description, slow, data).Run),
            new(Silent, new SilentLoop<Cnn, Cnn.Hyperparameters>(Cnn.Training.Description, slow, data, SlowEpochs).Run),
        ];
    }
}
