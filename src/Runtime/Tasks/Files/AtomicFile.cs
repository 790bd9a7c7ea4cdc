namespace TrainSdk.Tasks.Files;

/// <summary>Files that are there completely or not at all, also when two builds make the same one at the same time.</summary>
public static class AtomicFile
{
    /// <summary>Writes a file under a temporary name beside its place and moves it there.</summary>
    /// <param name="path">Where it belongs; its folder is made.</param>
    /// <param name="write">Writes the file whose path it gets.</param>
    /// <param name="isRight">Whether what now stands at the path is what was wanted: another build may have been first.</param>
    public static void Create(string path, Action<string> write, Func<bool> isRight)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var temporary = $"{path}.{Guid.NewGuid():N}";
        try
        {
            write(temporary);
            Move(temporary, path, isRight);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // never deletes a right file: a build that already holds its path would miss it
    private static void Move(string temporary, string path, Func<bool> isRight)
    {
        try
        {
            File.Move(temporary, path);
        }
        catch (IOException) when (File.Exists(path))
        {
            if (!isRight())
            {
                File.Delete(path);
                Move(temporary, path, isRight);
            }
        }
    }
}
