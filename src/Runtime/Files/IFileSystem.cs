namespace TrainSdk.Files;

/// <summary>
/// Everything that a run does to its files passes here, so that a test can let each single call fail, fall short, or be the last one
/// before the power goes. Failures are an <see cref="IOException"/> or an <see cref="UnauthorizedAccessException"/>.
/// </summary>
internal interface IFileSystem
{
    /// <summary>Makes a file, or empties the one that is there.</summary>
    IOutputFile Create(string path);

    /// <summary>Opens a file that is there, to go on after its first bytes; what comes behind them is cut off.</summary>
    IOutputFile Continue(string path, long length);

    /// <summary>Makes a folder and those above it, where they are missing.</summary>
    void CreateFolder(string path);

    /// <summary>Puts a file in the place of another, whole, in one instant.</summary>
    void Rename(string path, string target);

    /// <summary>Deletes a file; nothing happens where there is none.</summary>
    void Delete(string path);

    /// <summary>Makes the names in a folder last through a loss of power; without it a rename may come undone.</summary>
    void SyncFolder(string path);
}
