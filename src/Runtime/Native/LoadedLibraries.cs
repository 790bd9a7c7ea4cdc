using System.Diagnostics;
using System.Runtime.InteropServices;

namespace TrainSdk.Native;

/// <summary>The native libraries that this process has loaded.</summary>
internal static partial class LoadedLibraries
{
    private const string MacSystem = "libSystem.B.dylib";

    /// <summary>Their full paths.</summary>
    public static IReadOnlyList<string> Paths() => OperatingSystem.IsMacOS() ? OfMac() : OfProcess();

    private static string[] OfProcess()
    {
        using var process = Process.GetCurrentProcess();
        return [.. process.Modules.Cast<ProcessModule>().Select(static module => module.FileName)];
    }

    // On macOS .NET lists the executable alone; the system's linker knows the rest.
    private static string[] OfMac() =>
        [.. Enumerable.Range(0, (int)ImageCount()).Select(static index => Marshal.PtrToStringUTF8(ImageName((uint)index)) ?? "")];

    [LibraryImport(MacSystem, EntryPoint = "_dyld_image_count")]
    private static partial uint ImageCount();

    [LibraryImport(MacSystem, EntryPoint = "_dyld_get_image_name")]
    private static partial nint ImageName(uint index);
}
