namespace TrainSdk.Tasks.Files;

/// <summary>
/// One read-only copy per machine of each large package file, for build outputs to link to. It stands between the outputs and
/// the NuGet cache: whoever writes into a linked file changes this copy at worst, and the next build makes a new one.
/// </summary>
/// <param name="root">The store's folder; it may be deleted at any time.</param>
public sealed class NativeStore(string root)
{
    /// <summary>Whether files of the store can be linked from <paramref name="folder"/>, tried with an empty file.</summary>
    public bool CanLinkInto(string folder)
    {
        Directory.CreateDirectory(root);
        Directory.CreateDirectory(folder);
        var probe = Path.Combine(root, $".probe-{Guid.NewGuid():N}");
        var link = Path.Combine(folder, Path.GetFileName(probe));
        try
        {
            File.WriteAllBytes(probe, []);
            return HardLink.TryCreate(probe, link);
        }
        finally
        {
            File.Delete(link);
            File.Delete(probe);
        }
    }

    /// <summary>The store's copy of <paramref name="source"/>, made or renewed where it is missing or was written to.</summary>
    /// <param name="source">The package's file.</param>
    /// <param name="key">Package id and version: the folder in the store.</param>
    public string Keep(string source, string key)
    {
        var path = Path.Combine(root, key, Path.GetFileName(source));
        if (!Same(source, path))
        {
            AtomicFile.Create(path, temporary => CopyReadOnly(source, temporary), () => Same(source, path));
        }

        return path;
    }

    /// <summary>Size and time of last writing agree: what MSBuild's copying calls unchanged.</summary>
    public static bool Same(string left, string right)
    {
        var (one, other) = (new FileInfo(left), new FileInfo(right));
        return other.Exists && one.Length == other.Length && one.LastWriteTimeUtc == other.LastWriteTimeUtc;
    }

    private static void CopyReadOnly(string source, string target)
    {
        File.Copy(source, target);
        File.SetAttributes(target, FileAttributes.ReadOnly);
    }
}
