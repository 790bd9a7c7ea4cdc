namespace TrainSdk.Files;

/// <summary>The machine's own file system.</summary>
internal sealed class LocalFileSystem : IFileSystem
{
    private LocalFileSystem()
    {
    }

    public static LocalFileSystem Instance { get; } = new();

    public IOutputFile Create(string path) => new LocalFile(path, FileMode.Create);

    public IOutputFile Continue(string path, long length)
    {
        var file = new LocalFile(path, FileMode.Open);
        try
        {
            file.CutTo(length);
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public void CreateFolder(string path) => Directory.CreateDirectory(path);

    public void Rename(string path, string target) => File.Move(path, target, overwrite: true);

    // File.Delete complains where the folder is missing too.
    public void Delete(string path)
    {
        if (File.Exists(path))
        {
            File.Delete(path);
        }
    }

    public void SyncFolder(string path) => FolderSync.Run(path);
}
