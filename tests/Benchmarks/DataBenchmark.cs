using TorchSharp;
using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Loading;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Benchmarks.PyTorch;
using TrainSdk.Data;
using TrainSdk.Data.Loading;
using TrainSdk.Images;
using TrainSdk.Native;

namespace TrainSdk.Benchmarks;

/// <summary>The loaders beside TorchSharp's and torchvision's, how long a step waits for them, and what they hold in memory.</summary>
internal sealed class DataBenchmark : IBenchmark
{
    private const int RoundsByDefault = 5;
    private const int BatchSize = 64;
    private const int Workers = 2;
    private const int Side = 224;
    private const string Ours = "trainsdk";
    private const string TorchSharps = "torchsharp";

    public string Name => "data";

    public string Summary => "ms per batch: samples in memory and picture folders, beside TorchSharp's and torchvision's loaders";

    public void Run(BenchmarkOptions options, Report report)
    {
        var before = torch.get_num_threads();
        torch.set_num_threads(1);
        LoaderWorkers.Use(Workers);
        HostAllocator.KeepFreedMemory();
        var rounds = options.Rounds ?? (options.Quick ? 1 : RoundsByDefault);
        List<string[]> rows = [["samples", "loader", "ms per batch", "min", "max"]];
        Memory(rows, report, rounds, options.Quick ? 2_000 : Pictures.Count);
        using (var pictures = PictureFolder.OfPng(options.Quick ? 200 : 10_000))
        {
            Folder(rows, report, rounds, "png", pictures, side: 0);
            Waiting(report, rounds, pictures);
        }
        using (var pictures = PictureFolder.OfJpeg(options.Quick ? 70 : 640))
        {
            Folder(rows, report, rounds, "jpeg", pictures, Side);
            Streaming(report, pictures, options.Quick);
        }
        report.Line($"batch {BatchSize}, {Pictures.Source}, {Workers} workers, 1 thread");
        report.Table(rows);
        report.Ratios();
        LoaderWorkers.Use(LoaderWorkers.Default);
        torch.set_num_threads(before);
    }

    private static void Memory(List<string[]> rows, Report report, int rounds, int count)
    {
        var data = Pictures.Load(count);
        using var ours = new FolderEpoch(data, BatchSize);
        var theirs = new TorchSharpEpoch(data, BatchSize);
        Add(rows, report, "memory", Rounds.Alternate(
            [new Contender(Ours, ours.Run), new Contender(TorchSharps, theirs.Run)], rounds, round => report.Progress($"memory: {round}")),
            TorchSharps);
    }

    private static void Folder(List<string[]> rows, Report report, int rounds, string kind, PictureFolder pictures, int side)
    {
        using var ours = new FolderEpoch(ImageFolder.Load(pictures.Path, new ImageOptions { Height = side, Width = side }), BatchSize);
        using var theirs = FolderWorker.Start(pictures.Path, Workers, BatchSize, side);
        List<Contender> contenders = [new(Ours, ours.Run)];
        if (theirs is null)
        {
            report.Line("torchvision: left out, python3-torchvision is not installed");
        }
        else
        {
            contenders.Add(new(FolderWorker.Name, theirs.Run));
        }
        Add(rows, report, kind, Rounds.Alternate(contenders, rounds, round => report.Progress($"{kind}: {round}")), FolderWorker.Name);
    }

    private static void Waiting(Report report, int rounds, PictureFolder pictures)
    {
        var data = ImageFolder.Load(pictures.Path, new ImageOptions { Channels = 1 });
        report.Progress("waiting");
        report.Ratio("data.waiting/step", Spread.Of([.. Enumerable.Range(0, rounds).Select(_ => WaitingShare.Measure(data, BatchSize))]));
    }

    // Ten times what the queue holds, so that what grows with the data would show.
    private static void Streaming(Report report, PictureFolder pictures, bool quick)
    {
        var side = quick ? 32 : Side;
        var queue = ((2 * Workers) + 1) * BatchSize;
        var folder = ImageFolder.Load(pictures.Path, new ImageOptions { Height = side, Width = side });
        var data = folder.Select([.. Enumerable.Range(0, 10 * queue).Select(at => (long)at % folder.Count)]);
        using var loader = BatchLoader.InOrder(data, InputEncoding.Measure(folder), BatchSize, new Placement(torch.CPU, torch.ScalarType.Float32));
        var (batches, early, most) = (0, 0.0, 0.0);
        foreach (var batch in loader)
        {
            batches++;
            most = Math.Max(most, ResidentMemory.Megabytes());
            early = batches == queue / BatchSize ? most : early;
        }
        report.Line(FormattableString.Invariant(
            $"streaming {batches} batches, ten times the queue: {early:F0} MB when it was full for the first time, {most:F0} MB at most"));
        report.Ratio("data.memory.most/first", new Spread(most / early, most / early, most / early));
    }

    private static void Add(List<string[]> rows, Report report, string samples, IReadOnlyList<Measured> measured, string over)
    {
        rows.AddRange(measured.Select(loader => (string[])[samples, loader.Name, .. Report.Cells(loader.Spread)]));
        report.Ratios($"data.{samples}", 1, measured, [(over, Ours)]);
    }
}
