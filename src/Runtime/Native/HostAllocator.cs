using System.Runtime.InteropServices;

namespace TrainSdk.Native;

/// <summary>
/// Lets the C library keep memory that a step has freed. Left alone, glibc hands some megabytes back to the system and takes them again a
/// few steps later, page by page; measured on a small model, that is a tenth of the step.
/// </summary>
internal static partial class HostAllocator
{
    private const int TrimThreshold = -1;
    private const int MapThreshold = -3;

    // The value that glibc itself arrives at after large blocks were freed.
    private const int LargestMapThreshold = 32 << 20;
    private const int KeptBytes = 256 << 20;

    /// <summary>Sets the thresholds of the process, where the C library is glibc.</summary>
    /// <returns>Whether it took them.</returns>
    public static bool KeepFreedMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }
        try
        {
            return SetOption(MapThreshold, LargestMapThreshold) == 1 && SetOption(TrimThreshold, KeptBytes) == 1;
        }
        catch (Exception error) when (error is EntryPointNotFoundException or DllNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "mallopt")]
    private static partial int SetOption(int option, int value);
}
