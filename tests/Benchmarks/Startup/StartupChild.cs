using System.Diagnostics;
using TorchSharp;
using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Models;
using TrainSdk.Data;
using TrainSdk.Training;
using static TorchSharp.torch;

namespace TrainSdk.Benchmarks.Startup;

/// <summary>The process whose start is measured: it goes as far as the first step of the generated loop.</summary>
internal static class StartupChild
{
    /// <summary>The argument that makes this program the child, followed by threads and samples.</summary>
    public const string Argument = "startup-child";

    private static readonly List<double> Milliseconds = [];
    private static long _mark;

    public static void Run(int threads, int samples, TextWriter output)
    {
        using (var process = Process.GetCurrentProcess())
        {
            Milliseconds.Add((DateTime.Now - process.StartTime).TotalMilliseconds);
        }
        _mark = Stopwatch.GetTimestamp();
        torch.set_num_threads(threads);
        Next();
        using (var one = torch.ones(1))
        using (one.add(1))
        {
            Next();
        }
        var data = new DataSplits(Pictures.Load(samples));
        Next();
        var model = new Mlp();
        Next();
        TrainOneStep(model, data, threads);
        output.WriteLine(StartupStages.Write(Milliseconds));
    }

    // The first call of forward ends the start of the run, the second the first step.
    private static void TrainOneStep(Mlp model, DataSplits data, int threads)
    {
        using var cancel = new CancellationTokenSource();
        model.register_forward_pre_hook((_, input) =>
        {
            if (!cancel.IsCancellationRequested)
            {
                Next();
            }
            if (Milliseconds.Count == StartupStages.Names.Count)
            {
                cancel.Cancel();
            }
            return input;
        });
        var options = new RunOptions { Device = "cpu", Threads = threads, WriteRunFolder = false };
        Mlp.Train(model, data, new Mlp.Hyperparameters(), options, cancel.Token).Model.Dispose();
    }

    private static void Next()
    {
        Milliseconds.Add(Stopwatch.GetElapsedTime(_mark).TotalMilliseconds);
        _mark = Stopwatch.GetTimestamp();
    }
}
