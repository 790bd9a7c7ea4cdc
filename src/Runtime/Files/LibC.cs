using System.Runtime.InteropServices;

namespace TrainSdk.Files;

/// <summary>The calls of the C library that .NET does not offer; on Unix alone.</summary>
internal static partial class LibC
{
    private const int ReadOnly = 0;

    /// <summary>Opens a file or a folder for reading, without a lock; below 0 where that fails.</summary>
    public static int Open(string path) => Open(path, ReadOnly);

    /// <summary>Flushes to the disk; 0 where it worked.</summary>
    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    public static partial int Sync(int file);

    /// <summary>Closes what was opened.</summary>
    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int file);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);
}
