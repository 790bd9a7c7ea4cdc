namespace TrainSdk.Images;

/// <summary>Reads a picture's file into memory that is used again, and says what is wrong with it.</summary>
internal static class ImageFile
{
    private const long MostBytes = 256L << 20;
    private const int ShownBytes = 4;

    /// <summary>Endings of files that are taken for pictures.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif"];

    /// <summary>Whether a file is taken for a picture, by the ending of its name.</summary>
    public static bool IsPicture(ReadOnlySpan<char> name)
    {
        var ending = Path.GetExtension(name);
        foreach (var known in Endings)
        {
            if (ending.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>All bytes of a file.</summary>
    /// <exception cref="TrainException">The file is gone, empty, too large or cannot be read.</exception>
    public static ReadOnlySpan<byte> Read(string path, NativeBuffer buffer)
    {
        try
        {
            using var file = File.OpenHandle(path);
            var length = RandomAccess.GetLength(file);
            if (length is 0 or > MostBytes)
            {
                throw length == 0
                    ? Error(path, "the file is empty; fetch it again or take it out")
                    : Error(path, $"the file has {length} bytes, and a picture may have {MostBytes}; make it smaller or take it out");
            }
            var bytes = buffer.Take((int)length);
            var read = 0;
            while (read < bytes.Length && RandomAccess.Read(file, bytes[read..], read) is var count and > 0)
            {
                read += count;
            }
            return bytes[..read];
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TrainException($"{path}: the file is gone; leave the data in place while they are used", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TrainException($"{path}: the file cannot be read: {error.Message}", error);
        }
    }

    /// <summary>An error about a file.</summary>
    public static TrainException Error(string path, string message) => new($"{path}: {message}");

    /// <summary>The error about a file whose content is no picture.</summary>
    public static TrainException NotAPicture(string path, ReadOnlySpan<byte> bytes) => Error(
        path,
        $"this is no picture that can be read (it begins with {Convert.ToHexString(bytes[..Math.Min(ShownBytes, bytes.Length)])}); "
            + "give PNG, JPEG, WebP, BMP or GIF, or take the file out");
}
