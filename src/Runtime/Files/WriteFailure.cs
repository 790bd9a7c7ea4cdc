namespace TrainSdk.Files;

/// <summary>What a failed write says: the cause in the system's words, and what can be done about it.</summary>
internal static class WriteFailure
{
    private const int NoSpace = 28;
    private const int NoQuota = 122;
    private const int DiskFull = unchecked((int)0x80070070);
    private const int HandleDiskFull = unchecked((int)0x80070027);

    /// <summary>Whether it is a failure of the file system.</summary>
    public static bool Is(Exception error) => error is IOException or UnauthorizedAccessException;

    /// <summary>The error for the user.</summary>
    public static TrainException Of(string path, Exception error) => new($"cannot write {path}: {error.Message}; {Cure(error)}", error);

    private static string Cure(Exception error) => error switch
    {
        DirectoryNotFoundException => "the folder was deleted or its disk is gone",
        UnauthorizedAccessException => "make the folder writable, or give another --run-dir",
        { HResult: NoSpace or NoQuota or DiskFull or HandleDiskFull } => "free some space on its disk, or give a --run-dir on another",
        _ => "see that its disk works, or give a --run-dir on another",
    };
}
