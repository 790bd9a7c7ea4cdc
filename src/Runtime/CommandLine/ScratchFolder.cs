namespace TrainSdk.CommandLine;

/// <summary>A folder for a run that nobody keeps.</summary>
internal sealed class ScratchFolder : IDisposable
{
    /// <summary>Its path; the run makes it.</summary>
    public string Path { get; } = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"trainsdk-{Guid.NewGuid():N}");

    /// <inheritdoc/>
    public void Dispose()
    {
        if (Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
