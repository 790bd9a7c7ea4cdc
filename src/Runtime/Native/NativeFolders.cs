using System.Runtime.InteropServices;

namespace TrainSdk.Native;

/// <summary>The names of torch's native libraries on this system, and the folders of this app in which .NET looks for them.</summary>
internal static class NativeFolders
{
    /// <summary>The library that TorchSharp calls; it needs all others.</summary>
    public const string TorchSharpLibrary = "LibTorchSharp";

    private const string SearchFoldersKey = "NATIVE_DLL_SEARCH_DIRECTORIES";

    /// <summary>File names, in an order in which each needs only those before it.</summary>
    public static IReadOnlyList<string> Libraries { get; } =
        [.. new[] { "c10", "torch_cpu", "torch", TorchSharpLibrary }.Select(FileName)];

    /// <summary>The app's folders for native libraries, the most likely first.</summary>
    public static IReadOnlyList<string> All()
    {
        var searched = AppContext.GetData(SearchFoldersKey) as string ?? "";
        var declared = searched.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. new[] { Of(RuntimeInformation.RuntimeIdentifier), AppContext.BaseDirectory }.Concat(declared)
                .Select(static folder => Path.TrimEndingDirectorySeparator(folder))
                .Distinct(),
        ];
    }

    /// <summary>Other platforms whose native libraries the app carries.</summary>
    public static IReadOnlyList<string> OtherPlatforms()
    {
        var runtimes = Path.Combine(AppContext.BaseDirectory, "runtimes");
        return !Directory.Exists(runtimes) ? [] :
        [
            .. Directory.EnumerateDirectories(runtimes)
                .Where(static platform => Directory.EnumerateFileSystemEntries(platform, "*torch*", SearchOption.AllDirectories).Any())
                .Select(static platform => Path.GetFileName(platform))
                .Where(static platform => platform != RuntimeInformation.RuntimeIdentifier)
                .Order(StringComparer.Ordinal),
        ];
    }

    private static string Of(string platform) => Path.Combine(AppContext.BaseDirectory, "runtimes", platform, "native");

    /// <summary>The file name of a library on this system.</summary>
    public static string FileName(string library) =>
        OperatingSystem.IsWindows() ? library + ".dll"
        : OperatingSystem.IsMacOS() ? $"lib{library}.dylib"
        : $"lib{library}.so";
}
