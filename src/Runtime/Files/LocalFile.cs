using Microsoft.Win32.SafeHandles;

namespace TrainSdk.Files;

/// <summary>A file of the machine, open for others to read, rename and delete.</summary>
internal sealed class LocalFile : IOutputFile
{
    private readonly string _path;
    private readonly SafeFileHandle _handle;

    public LocalFile(string path, FileMode mode)
    {
        _path = path;
        _handle = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.Read | FileShare.Delete);
    }

    public long Length { get; private set; }

    public void Write(ReadOnlySpan<byte> bytes)
    {
        RandomAccess.Write(_handle, bytes, Length);
        Length += bytes.Length;
    }

    public int Read(Span<byte> bytes, long offset)
    {
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(_handle, bytes[read..], offset + read) is > 0 and var count)
        {
            read += count;
        }
        return read;
    }

    /// <summary>Cuts off what comes behind the first bytes; an error where there are fewer.</summary>
    public void CutTo(long length)
    {
        var found = RandomAccess.GetLength(_handle);
        if (found < length)
        {
            throw new IOException($"{_path} has {found} bytes, and {length} were written to it");
        }
        RandomAccess.SetLength(_handle, length);
        Length = length;
    }

    public void Sync() => RandomAccess.FlushToDisk(_handle);

    public void Dispose() => _handle.Dispose();
}
