using System.Security.Cryptography;

namespace TrainSdk.Tasks.Files;

/// <summary>
/// Keeps a repaired copy of a package's file in a folder named after what it was made from: package version, RID and content.
/// Time stamps are no key: NuGet keeps those of the archive, so that two versions of a file can carry the same.
/// </summary>
public static class RepairedCopy
{
    /// <summary>Where the copy of <paramref name="original"/> belongs.</summary>
    /// <param name="root">The folder of all copies, below the project's <c>obj</c>.</param>
    /// <param name="key">Package version and RID.</param>
    /// <param name="fileName">The file's name, kept.</param>
    /// <param name="original">The original's bytes.</param>
    public static string PathOf(string root, string key, string fileName, byte[] original)
    {
        using var sha = SHA256.Create();
        var hash = BitConverter.ToString(sha.ComputeHash(original), 0, 8).Replace("-", "").ToLowerInvariant();
        return Path.GetFullPath(Path.Combine(root, $"{key}-{hash}", fileName));
    }

    /// <summary>Writes the copy unless it is there already with exactly these bytes. Safe against a second build doing the same.</summary>
    /// <returns>Whether anything was written.</returns>
    public static bool Write(string path, byte[] content)
    {
        if (Holds(path, content))
        {
            return false;
        }

        AtomicFile.Create(path, temporary => File.WriteAllBytes(temporary, content), () => Holds(path, content));
        return true;
    }

    private static bool Holds(string path, byte[] content) =>
        File.Exists(path) && new FileInfo(path).Length == content.Length && File.ReadAllBytes(path).SequenceEqual(content);
}
