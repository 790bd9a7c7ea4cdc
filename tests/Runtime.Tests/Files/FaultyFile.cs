using TrainSdk.Files;

namespace TrainSdk.Runtime.Tests.Files;

/// <summary>A file of <see cref="FaultyFiles"/>.</summary>
internal sealed class FaultyFile(FaultyFiles files, string path, IOutputFile file, long synced) : IOutputFile
{
    private long _synced = synced;

    /// <summary>Where it is now.</summary>
    public string Path { get; set; } = path;

    public long Length => file.Length;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        var all = bytes.ToArray();
        files.Do("write", Path, () => file.Write(all), () => file.Write(all.AsSpan(0, all.Length / 2)));
    }

    public int Read(Span<byte> bytes, long offset) => file.Read(bytes, offset);

    public void Sync() => files.Do("sync", Path, () => _synced = file.Length);

    /// <summary>What was not flushed goes with the power.</summary>
    public void LoseBytes()
    {
        if (File.Exists(Path))
        {
            using var stream = new FileStream(Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete);
            stream.SetLength(Math.Min(stream.Length, _synced));
        }
    }

    public void Dispose() => file.Dispose();
}
