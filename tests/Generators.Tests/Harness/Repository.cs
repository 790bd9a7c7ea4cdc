using System.Runtime.CompilerServices;

namespace TrainSdk.Generators.Tests.Harness;

/// <summary>Where the sources lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", ".."));

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>The C# files of a folder that people write.</summary>
    public static IEnumerable<string> Sources(params string[] folder) => Directory.EnumerateFiles(PathOf(folder), "*.cs", SearchOption.AllDirectories)
        .Where(static file => !file.Split(Path.DirectorySeparatorChar).Any(static part => part is "bin" or "obj" or "_snapshots"))
        .Order(StringComparer.Ordinal);

    private static string Here([CallerFilePath] string path = "") => path;
}
