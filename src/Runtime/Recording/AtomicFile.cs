namespace TrainSdk.Recording;

/// <summary>Replaces a file whole or not at all: a killed process or a full disk leaves the old one.</summary>
internal static class AtomicFile
{
    /// <summary>Writes to a temporary file beside the target, flushes it to the disk, and renames it.</summary>
    /// <exception cref="TrainException">The file cannot be written.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        var temporary = path + ".tmp";
        try
        {
            try
            {
                using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None);
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            catch
            {
                File.Delete(temporary);
                throw;
            }
            File.Move(temporary, path, overwrite: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TrainException($"cannot write {path}: {error.Message}", error);
        }
    }
}
