using TrainSdk.CommandLine;
using TrainSdk.Recording;
using TrainSdk.Settings;
using TrainSdk.Training;

namespace TrainSdk.Benchmarks.Advising;

/// <summary>Trains, and keeps the run folders where a directory is given: thresholds are tried without training again.</summary>
/// <param name="directory">Where; null to keep nothing.</param>
/// <param name="threads">Threads within one operation.</param>
internal sealed class RunStore(string? directory, int threads)
{
    /// <summary>What the run of a seed has recorded: read where it is kept, trained else.</summary>
    public RunHistory Of(IllRun run, long seed)
    {
        if (directory is null)
        {
            using var scratch = new ScratchFolder();
            return Train(run, seed, scratch.Path);
        }
        var folder = Path.Combine(directory, $"{run.Name}-{NumberText.Format(seed)}");
        if (Directory.Exists(folder))
        {
            var kept = RunHistory.Read(RunFolder.Find(folder));
            if (kept.Result is not null)
            {
                return kept;
            }
            Directory.Delete(folder, recursive: true);
        }
        return Train(run, seed, folder);
    }

    // What a model's hooks print is nobody's here.
    private RunHistory Train(IllRun run, long seed, string folder)
    {
        var settings = new Dictionary<string, string>(run.Settings)
        {
            ["Seed"] = NumberText.Format(seed),
            ["SplitSeed"] = NumberText.Format(seed),
        };
        var options = new RunOptions { Device = "cpu", Threads = threads, RunDirectory = folder, AllowsHalfOnCpu = run.AllowsHalfOnCpu };
        var console = Console.Out;
        Console.SetOut(TextWriter.Null);
        try
        {
            return ModelCompiler.Compile(run.Source).Train(run.Data(seed), settings, options);
        }
        finally
        {
            Console.SetOut(console);
        }
    }
}
