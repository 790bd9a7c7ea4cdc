using TrainSdk.Checkpoints;
using TrainSdk.Recording;

namespace TrainSdk.Benchmarks.Kills;

/// <summary>A run folder as a killed process has left it.</summary>
internal static class RunFiles
{
    private static readonly string[] Unfinished = ["*.tmp", "*.next"];

    /// <summary>Whether the run can be resumed.</summary>
    public static bool HasCheckpoint(string folder) => File.Exists(Path.Combine(folder, "checkpoints", "last.safetensors"));

    /// <summary>Whether the run has ended by itself.</summary>
    public static bool HasEnded(string folder) => File.Exists(Path.Combine(folder, "result.json"));

    /// <summary>Files that were being written, with the time of their last change.</summary>
    public static IReadOnlySet<(string Path, DateTime Changed)> Leftovers(string folder) => Directory.Exists(folder)
        ? Unfinished.SelectMany(pattern => Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories))
            .Select(static path => (path, File.GetLastWriteTimeUtc(path))).ToHashSet()
        : new HashSet<(string, DateTime)>();

    /// <summary>What a process was at when it was killed.</summary>
    /// <param name="folder">Its run folder.</param>
    /// <param name="before">What was left over when it was started.</param>
    public static KillPlace Place(string folder, IReadOnlySet<(string Path, DateTime Changed)> before)
    {
        if (!HasCheckpoint(folder))
        {
            return KillPlace.BeforeTheFirstCheckpoint;
        }
        var names = Leftovers(folder).Except(before).Select(static file => Path.GetFileName(file.Path)).ToArray();
        return names.Contains("last.safetensors.tmp") ? KillPlace.LastCheckpoint
            : names.Contains("best.safetensors.next") ? NextBest(RunFolder.Find(folder))
            : names.Length > 0 ? KillPlace.OtherFile
            : KillPlace.BetweenWrites;
    }

    /// <summary>Opens what a killed process has left, in a copy, since opening finishes what was begun.</summary>
    /// <returns>The step that the run can go on from.</returns>
    /// <exception cref="TrainException">A weights file cannot be read, is damaged, or is not the checkpoint's.</exception>
    public static long Open(string folder)
    {
        if (File.Exists(RunFolder.Find(folder).BestWeights))
        {
            WeightsFile.Open(folder);
        }
        var copy = folder + "-copy";
        try
        {
            Copy(folder, copy);
            using var checkpoint = Checkpoint.Open(RunFolder.Find(copy));
            return checkpoint.Record.Step;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static KillPlace NextBest(RunFolder folder)
    {
        var next = File.ReadAllText(CheckpointFiles.NextBest(folder), System.Text.Encoding.Latin1);
        return Metadata(folder.LastCheckpoint).TryGetValue(CheckpointFiles.BestKey, out var named) && next.Contains(named, StringComparison.Ordinal)
            ? KillPlace.BetweenTheRenames
            : KillPlace.BestWeights;
    }

    private static IReadOnlyDictionary<string, string> Metadata(string path)
    {
        using var reader = SafetensorsReader.Open(path);
        return reader.Header.Metadata;
    }

    private static void Copy(string folder, string copy)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(copy, Path.GetRelativePath(folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
