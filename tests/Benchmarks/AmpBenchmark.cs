using TorchSharp;
using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Loops;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Benchmarks.Models;
using TrainSdk.Benchmarks.PyTorch;
using TrainSdk.Data;
using TrainSdk.Native;

namespace TrainSdk.Benchmarks;

/// <summary>What mixed precision gives a convolutional network.</summary>
internal sealed class AmpBenchmark : IBenchmark
{
    private const int RoundsByDefault = 7;
    private const int Batches = 25;
    private const int QuickBatches = 2;
    private const string Full = "fp32";
    private const string Lower = "bf16";
    private const string IdiomaticFull = "idiomatic-fp32";
    private const string PyTorchFull = "pytorch-fp32";
    private const string PyTorchLower = "pytorch-bf16";

    private static readonly (string Over, string Under)[] Compared =
        [(Full, Lower), (IdiomaticFull, Lower), (PyTorchFull, Full), (PyTorchFull, Lower), (PyTorchLower, Lower)];

    public string Name => "amp";

    public string Summary => "ms per batch of the CNN in float32 and in bfloat16 autocast";

    public void Run(BenchmarkOptions options, Report report)
    {
        var samples = (options.Quick ? QuickBatches : Batches) * Recipe.BatchSize;
        var data = new DataSplits(Pictures.Load(samples));
        List<string[]> rows = [["threads", "loop", "ms per batch", "min", "max"]];
        var before = torch.get_num_threads();
        foreach (var threads in options.Threads)
        {
            torch.set_num_threads(threads);
            using var pytorch = options.PyTorch ? PyTorchWorker.Start(threads, report) : null;
            var measured = Rounds.Alternate(
                Contenders(data, samples, pytorch), options.Rounds ?? (options.Quick ? 1 : RoundsByDefault),
                round => report.Progress($"{threads} threads: {round}"));
            rows.AddRange(measured.Select(loop => (string[])[$"{threads}", loop.Name, .. Report.Cells(loop.Spread)]));
            report.Ratios("amp.cnn", threads, measured, Compared);
        }
        torch.set_num_threads(before);
        report.Line(CpuFeatures.HasNativeBf16
            ? "this processor computes products of bfloat16 numbers by itself"
            : "this processor has no instructions for bfloat16: it is emulated, and slow");
        report.Line($"{samples / Recipe.BatchSize} batches of {Recipe.BatchSize}, {Pictures.Source}");
        report.Table(rows);
        report.Ratios();
    }

    private static IReadOnlyList<Contender> Contenders(DataSplits data, int samples, PyTorchWorker? pytorch)
    {
        var full = new GeneratedLoop<Cnn, Cnn.Hyperparameters>(Cnn.Training.Description, new(), data);
        var lower = new GeneratedLoop<AmpCnn, AmpCnn.Hyperparameters>(AmpCnn.Training.Description, new(), data);
        var idiomatic = new IdiomaticLoop(static () => new Cnn(), new Recipe(), data);
        List<Contender> contenders = [new(Full, full.Run), new(Lower, lower.Run), new(IdiomaticFull, idiomatic.Run)];
        if (pytorch is not null)
        {
            contenders.Add(new(PyTorchFull, () => pytorch.Train(ModelNames.Cnn, "fp32", samples)));
            contenders.Add(new(PyTorchLower, () => pytorch.Train(ModelNames.Cnn, "bf16", samples)));
        }
        return contenders;
    }
}
