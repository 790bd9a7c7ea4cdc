using System.Runtime.InteropServices;

namespace TrainSdk.Native;

/// <summary>
/// Tells the truth about torch's native libraries: tries to load the very files of this app and reports what the system's loader says,
/// in place of TorchSharp's message, which names a missing package whatever the reason.
/// </summary>
internal static class NativeCheck
{
    /// <summary>Every native library that torch needs here.</summary>
    public static IReadOnlyList<NativeFile> Run() => Run(NativeFolders.All(), NativeFolders.Libraries, NativeFolders.OtherPlatforms());

    /// <summary>The first thing that keeps torch from working, in one line; null where it loads.</summary>
    public static string? Problem() => Loads() ? null : Run().FirstOrDefault(static file => file.Problem is not null)?.Problem;

    /// <summary>Refuses to go on without torch, before TorchSharp searches for it, prints a page and copies half a gigabyte.</summary>
    /// <exception cref="TrainException">A native library is missing or does not load.</exception>
    public static void Require()
    {
        if (Problem() is { } problem)
        {
            throw new TrainException(problem);
        }
    }

    /// <summary>Loads each library from the first of the folders that has it.</summary>
    internal static IReadOnlyList<NativeFile> Run(
        IReadOnlyList<string> folders, IReadOnlyList<string> libraries, IReadOnlyList<string> otherPlatforms) =>
    [
        .. libraries.Select(library => folders.Select(folder => Path.Combine(folder, library)).FirstOrDefault(File.Exists) is { } path
            ? new NativeFile(library, path, LoadProblem(path))
            : new NativeFile(library, null, Missing(library, folders, otherPlatforms))),
    ];

    // By name, as TorchSharp's own calls find it: also where the app has loaded it from elsewhere before.
    private static bool Loads() => NativeLibrary.TryLoad(NativeFolders.TorchSharpLibrary, typeof(TorchSharp.torch).Assembly, null, out _);

    private static string? LoadProblem(string path)
    {
        try
        {
            NativeLibrary.Load(path);
            return null;
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            return LoaderMessage.Explain(path, error.Message);
        }
    }

    private static string Missing(string library, IReadOnlyList<string> folders, IReadOnlyList<string> otherPlatforms)
    {
        var here = RuntimeInformation.RuntimeIdentifier;
        return otherPlatforms.Count > 0
            ? $"{library} is missing: the app carries torch for {string.Join(", ", otherPlatforms)}, this is {here}; build with -r {here}"
            : $"{library} is missing in {string.Join(" and ", folders)}; set TrainBackend to cpu or cuda, restore and build again";
    }
}
