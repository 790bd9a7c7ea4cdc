namespace TrainSdk.Files;

/// <summary>Replaces a file whole or not at all: a killed process, a full disk or a loss of power leaves the old one.</summary>
internal static class AtomicFile
{
    /// <summary>What the file is called while it is being written; a killed process may leave one.</summary>
    public const string TemporaryEnding = ".tmp";

    /// <summary>Writes to a temporary file beside the target, flushes it to the disk, renames it, and flushes the folder.</summary>
    /// <exception cref="TrainException">The file cannot be written.</exception>
    public static void Write(IFileSystem files, string path, Action<IOutputFile> write)
    {
        var temporary = path + TemporaryEnding;
        try
        {
            WriteSynced(files, temporary, write);
            files.Rename(temporary, path);
            files.SyncFolder(Path.GetDirectoryName(Path.GetFullPath(path))!);
        }
        catch (Exception error) when (WriteFailure.Is(error))
        {
            throw WriteFailure.Of(path, error);
        }
    }

    /// <summary>The same for what can be made again: nobody sees half a file, but a loss of power may leave none.</summary>
    /// <exception cref="TrainException">The file cannot be written.</exception>
    public static void WriteUnsynced(IFileSystem files, string path, Action<IOutputFile> write)
    {
        var temporary = path + TemporaryEnding;
        try
        {
            using (var file = files.Create(temporary))
            {
                write(file);
            }
            files.Rename(temporary, path);
        }
        catch (Exception error) when (WriteFailure.Is(error))
        {
            TryDelete(files, temporary);
            throw WriteFailure.Of(path, error);
        }
    }

    /// <summary>Writes a file and flushes it to the disk; a failure leaves none.</summary>
    public static void WriteSynced(IFileSystem files, string path, Action<IOutputFile> write)
    {
        try
        {
            using var file = files.Create(path);
            write(file);
            file.Sync();
        }
        catch
        {
            TryDelete(files, path);
            throw;
        }
    }

    // The first failure is the one to tell of.
    private static void TryDelete(IFileSystem files, string path)
    {
        try
        {
            files.Delete(path);
        }
        catch (Exception error) when (WriteFailure.Is(error))
        {
        }
    }
}
