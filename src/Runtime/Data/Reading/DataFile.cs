using System.IO.Compression;

namespace TrainSdk.Data.Reading;

/// <summary>
/// Opens data files, packed by gzip or not, and says in one line what is wrong with them. A packed file may swell to a hundred times its
/// size, or to 64 MiB where that is more.
/// </summary>
internal static class DataFile
{
    private const int MostSwelling = 100;
    private const long AlwaysAllowed = 64L << 20;
    private const byte FirstOfGzip = 0x1F;
    private const byte SecondOfGzip = 0x8B;

    /// <summary>The file's content, unpacked.</summary>
    /// <param name="path">The file.</param>
    /// <param name="maxBytes">The most bytes that a packed file may swell to; null for a hundred times its size.</param>
    /// <exception cref="TrainException">The file is missing or cannot be read.</exception>
    public static Stream Open(string path, long? maxBytes = null) => Guarded(path, () =>
    {
        var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1 << 16);
        try
        {
            return IsPacked(path, file)
                ? new BoundedStream(
                    new GZipStream(file, CompressionMode.Decompress), path, maxBytes ?? Math.Max(AlwaysAllowed, file.Length * MostSwelling))
                : (Stream)file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    });

    /// <summary>Does something with the file, and gives its failures a line that says what to do.</summary>
    public static T Guarded<T>(string path, Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TrainException(
                $"data file not found: {Path.GetFullPath(path)} (a relative path starts at the working directory)", error);
        }
        catch (InvalidDataException error)
        {
            throw new TrainException($"{path}: the packed file is damaged or not whole; fetch it again", error);
        }
        catch (EndOfStreamException error)
        {
            throw new TrainException($"{path}: the file ends too early; fetch it again", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TrainException($"cannot read the data file {Path.GetFullPath(path)}: {error.Message}", error);
        }
    }

    private static bool IsPacked(string path, FileStream file)
    {
        var isPacked = file.ReadByte() == FirstOfGzip && file.ReadByte() == SecondOfGzip;
        file.Position = 0;
        return isPacked || !path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)
            ? isPacked
            : throw new TrainException($"{path} ends in .gz but is not a whole gzip file; fetch it again or take the ending off");
    }
}
