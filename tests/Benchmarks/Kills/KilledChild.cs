using System.Globalization;
using TorchSharp;
using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Models;
using TrainSdk.Data;
using TrainSdk.Training;

namespace TrainSdk.Benchmarks.Kills;

/// <summary>The process that is killed: it trains in a run folder, or goes on with the run that it finds there, until its end.</summary>
internal static class KilledChild
{
    /// <summary>The argument that makes this program the child, followed by run folder, seed, threads and milliseconds between checkpoints.</summary>
    public const string Argument = "kill-child";

    /// <summary>The line that says that everything is loaded, and the run is about to be opened.</summary>
    public const string Opening = "opening";

    /// <summary>The line that says that the first step of this process has begun.</summary>
    public const string Training = "training";

    private const int Train = 320;
    private const int Held = 80;

    // A run that goes on with another number of workers is still the same run.
    private const int OtherWorkers = 4;

    public static void Run(ReadOnlySpan<string> arguments, TextWriter output)
    {
        var folder = arguments[0];
        var (seed, threads, milliseconds) = (Number(arguments[1]), Number(arguments[2]), Number(arguments[3]));
        torch.set_num_threads(threads);
        var data = Digits();
        Say(Opening, output);
        KilledCnn.StepStarted = () =>
        {
            KilledCnn.StepStarted = null;
            Say(Training, output);
        };
        var options = new RunOptions
        {
            Device = "cpu",
            Threads = threads,
            Workers = Environment.ProcessId % OtherWorkers,
            CheckpointEvery = TimeSpan.FromMilliseconds(milliseconds),
        };
        var result = RunFiles.HasCheckpoint(folder)
            ? KilledCnn.Resume(folder, data, options: options)
            : KilledCnn.Train(data, new KilledCnn.Hyperparameters { Seed = seed }, options with { RunDirectory = folder });
        result.Model.Dispose();
    }

    private static void Say(string line, TextWriter output)
    {
        output.WriteLine(line);
        output.Flush();
    }

    private static DataSplits Digits()
    {
        var all = ShippedDigits.Load(Train + Held + Held);
        var train = Part(all, 0, Train);
        return new DataSplits(
            new DataSet(new ReadPictures(train.Inputs), train.Targets, train.ClassNames), Part(all, Train, Held), Part(all, Train + Held, Held));
    }

    private static DataSet Part(DataSet all, int first, int count) =>
        all.Select([.. Enumerable.Range(first, count).Select(static index => (long)index)]);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
