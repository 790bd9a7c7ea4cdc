namespace TrainSdk.Tasks.Tests.Support;

/// <summary>A folder that is gone after the test, read-only files included.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("trainsdk-tasks-").FullName;

    public string this[string relative] => System.IO.Path.Combine(Path, relative);

    public IEnumerable<string> Files(string below = "") => Directory.EnumerateFiles(this[below], "*", SearchOption.AllDirectories)
        .Select(file => System.IO.Path.GetRelativePath(this[below], file)).Order();

    public string Write(string relative, string content)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(this[relative])!);
        File.WriteAllText(this[relative], content);
        return this[relative];
    }

    public void Dispose()
    {
        foreach (var file in Directory.EnumerateFiles(Path, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Path, recursive: true);
    }
}
