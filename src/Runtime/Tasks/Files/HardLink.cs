using System.Runtime.InteropServices;

namespace TrainSdk.Tasks.Files;

/// <summary>Hard links of Linux and macOS; .NET itself only makes symbolic ones, which break when a folder is moved.</summary>
public static class HardLink
{
    /// <summary>Gives <paramref name="existing"/> a second name.</summary>
    /// <returns>False where it cannot be done: another device, no such file system, no permission, or Windows.</returns>
    public static bool TryCreate(string existing, string name) =>
        !RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && Link(existing, name) == 0;

    [DllImport("libc", EntryPoint = "link", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Link(string existing, string name);
}
