using TrainSdk.Files;
using TrainSdk.Recording;

namespace TrainSdk.Checkpoints;

/// <summary>
/// The weights files of a run, <c>last.safetensors</c> and <c>best.safetensors</c>, as a process that is no more has left them.
/// <c>last</c> names the best weights by their checksum.
/// </summary>
internal static class CheckpointFiles
{
    /// <summary>Name of the checksum of the best weights in the metadata of <c>last.safetensors</c>; absent where there are none.</summary>
    public const string BestKey = "trainsdk.best";

    /// <summary>What the best weights are called until <c>last.safetensors</c> names them.</summary>
    public static string NextBest(RunFolder folder) => folder.BestWeights + ".next";

    /// <summary>Finishes or drops what was begun, and compares the files; for the one that holds the run's lock.</summary>
    /// <exception cref="TrainException">A file cannot be read, or the best weights are others than those of the checkpoint.</exception>
    public static void Recover(RunFolder folder)
    {
        try
        {
            Finish(folder);
        }
        catch (Exception error) when (WriteFailure.Is(error))
        {
            throw WriteFailure.Of(folder.Checkpoints, error);
        }
        if (Named(folder) is { } named && ChecksumOf(folder.BestWeights) != named)
        {
            throw new TrainException(
                $"{folder.BestWeights} is missing, damaged, or not the one that {Path.GetFileName(folder.LastCheckpoint)} was written "
                + "with; put it back, or start a new run from the checkpoint's weights with [Pretrained]");
        }
    }

    /// <summary>Puts the best weights that <c>last</c> names into their place, and deletes what was not finished.</summary>
    public static void Finish(RunFolder folder)
    {
        var next = NextBest(folder);
        folder.Files.Delete(folder.LastCheckpoint + AtomicFile.TemporaryEnding);
        if (File.Exists(next) && Named(folder) is { } named && ChecksumOf(folder.BestWeights) != named && ChecksumOf(next) == named)
        {
            folder.Files.Rename(next, folder.BestWeights);
            folder.Files.SyncFolder(folder.Checkpoints);
        }
        folder.Files.Delete(next);
    }

    private static string? Named(RunFolder folder) =>
        File.Exists(folder.LastCheckpoint) ? MetadataOf(folder.LastCheckpoint).GetValueOrDefault(BestKey) : null;

    // Null for a file that is not there or was not finished.
    private static string? ChecksumOf(string path)
    {
        try
        {
            return File.Exists(path) ? MetadataOf(path).GetValueOrDefault(FileChecksum.Key) : null;
        }
        catch (TrainException)
        {
            return null;
        }
    }

    private static IReadOnlyDictionary<string, string> MetadataOf(string path)
    {
        using var reader = SafetensorsReader.Open(path);
        return reader.Header.Metadata;
    }
}
