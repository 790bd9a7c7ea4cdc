using System.IO.Hashing;
using TorchSharp;
using TrainSdk.Benchmarks.Data;
using TrainSdk.Benchmarks.Models;
using TrainSdk.Checkpoints;
using TrainSdk.Data;
using TrainSdk.Training;

namespace TrainSdk.Benchmarks.Kill;

/// <summary>The process that is killed: it begins a run, or goes on with it, and writes a checkpoint whenever the one before is on the disk.</summary>
internal static class KillChild
{
    /// <summary>The argument that makes this program the child, followed by the run folder.</summary>
    public const string Argument = "kill-child";

    /// <summary>What it prints before the run begins.</summary>
    public const string Begins = "begins";

    /// <summary>What it prints at the end, followed by a hash of all weights and buffers.</summary>
    public const string Ended = "ended ";

    private const int Pictures = 480;
    private const int Held = 96;

    public static void Run(string folder, TextWriter output)
    {
        torch.set_num_threads(1);
        var all = Data.Pictures.Load(Pictures + Held);
        var data = new DataSplits(all.Select(Rows(0, Pictures)), all.Select(Rows(Pictures, Held)));
        var options = new RunOptions { Device = "cpu", Threads = 1, CheckpointEvery = TimeSpan.Zero };
        output.WriteLine(Begins);
        output.Flush();
        var hasBegun = File.Exists(Path.Combine(folder, "checkpoints", "last.safetensors"));
        if (!hasBegun && Directory.Exists(folder))
        {
            // Killed before its first checkpoint, a run has earned nothing.
            Directory.Delete(folder, recursive: true);
        }
        var result = KillMlp.Training.Description.Train(
            data, new(), hasBegun ? options with { Resume = folder } : options with { RunDirectory = folder }, CancellationToken.None);
        var hash = new XxHash128();
        foreach (var (_, tensor) in result.Model.state_dict().OrderBy(static pair => pair.Key, StringComparer.Ordinal))
        {
            TensorBytes.Send(tensor, hash.Append);
        }
        output.WriteLine(Ended + Convert.ToHexStringLower(hash.GetCurrentHash()));
    }

    private static long[] Rows(int start, int count) => [.. Enumerable.Range(start, count).Select(static row => (long)row)];
}
