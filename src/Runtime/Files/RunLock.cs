using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace TrainSdk.Files;

/// <summary>
/// Keeps a run folder to one training at a time, in this process and in others. The system holds the lock, so that it goes away with a
/// process that is killed; the file stays, and nobody minds it.
/// </summary>
internal sealed class RunLock : IDisposable
{
    /// <summary>The lock's file in the run folder; it names the process that holds it.</summary>
    public const string FileName = "run.lock";

    private const int LongestName = 1000;
    private const int SharingViolation = unchecked((int)0x80070020);
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;

    private readonly SafeFileHandle _file;

    private RunLock(SafeFileHandle file) => _file = file;

    /// <summary>Takes the lock of a folder.</summary>
    /// <exception cref="TrainException">Another training has it, or the folder cannot be written.</exception>
    public static RunLock Take(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            // Unix locks for all or for nobody; Windows keeps away those who want to write, and lets them read whose it is.
            var share = OperatingSystem.IsWindows() ? FileShare.Read : FileShare.None;
            var file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, share);
            Sign(file);
            return new RunLock(file);
        }
        catch (IOException error) when (IsHeld(error))
        {
            throw new TrainException(
                $"{folder} is being trained by {Holder(path)}; wait until it has ended, stop it, or give another --run-dir", error);
        }
        catch (Exception error) when (WriteFailure.Is(error))
        {
            throw WriteFailure.Of(path, error);
        }
    }

    /// <summary>Whether a training has the lock of a folder.</summary>
    public static bool IsTaken(string folder)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read).Dispose();
            return false;
        }
        catch (IOException error)
        {
            return IsHeld(error);
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    public void Dispose() => _file.Dispose();

    private static bool IsHeld(IOException error) => error.HResult is SharingViolation or WouldBlock or WouldBlockOnMac;

    private static void Sign(SafeFileHandle file)
    {
        var since = DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        var text = Encoding.UTF8.GetBytes($"process {Environment.ProcessId} on {Environment.MachineName} since {since} UTC");
        try
        {
            RandomAccess.SetLength(file, 0);
            RandomAccess.Write(file, text, 0);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    // Opened by .NET, the file would have to be locked for reading.
    private static string Holder(string path)
    {
        using var file = OperatingSystem.IsWindows()
            ? File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite)
            : new SafeFileHandle(LibC.Open(path), ownsHandle: true);
        var text = new byte[LongestName];
        var length = file.IsInvalid ? 0 : RandomAccess.Read(file, text, 0);
        return length > 0 ? Encoding.UTF8.GetString(text, 0, length) : "another process";
    }
}
