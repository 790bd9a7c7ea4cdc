using System.Runtime.InteropServices;

namespace TrainSdk.Files;

/// <summary>
/// Flushes a folder, that is the names in it, to the disk: .NET opens no folders, so the C library does. Windows keeps a journal of its
/// names and offers no such call.
/// </summary>
internal static class FolderSync
{
    private const int NoEntry = 2;
    private const int NotAllowed = 13;
    private const int NotSupported = 22;

    public static void Run(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        var folder = LibC.Open(path);
        if (folder < 0)
        {
            Fail(path, Marshal.GetLastPInvokeError());
            return;
        }
        try
        {
            if (LibC.Sync(folder) != 0)
            {
                Fail(path, Marshal.GetLastPInvokeError());
            }
        }
        finally
        {
            _ = LibC.Close(folder);
        }
    }

    // A folder that may be written and not read cannot be opened, and some network file systems flush no folder: nothing can be done there.
    private static void Fail(string path, int error)
    {
        if (error is NotAllowed or NotSupported)
        {
            return;
        }
        var message = $"{Marshal.GetPInvokeErrorMessage(error)} : '{path}'";
        throw error == NoEntry ? new DirectoryNotFoundException(message) : new IOException(message, error);
    }
}
