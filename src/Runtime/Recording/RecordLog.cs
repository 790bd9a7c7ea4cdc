using System.Text;
using TrainSdk.Files;

namespace TrainSdk.Recording;

/// <summary>A file that a run appends to; what is written reaches the file system at once, so that a killed run has it.</summary>
internal sealed class RecordLog : IDisposable
{
    private const int CopiedAtOnce = 1 << 20;

    private readonly IFileSystem _files;
    private readonly string _path;
    private IOutputFile _file;
    private bool _isNamed;

    private RecordLog(IFileSystem files, string path, IOutputFile file)
    {
        _files = files;
        _path = path;
        _file = file;
    }

    /// <summary>Bytes so far.</summary>
    public long Length => _file.Length;

    /// <summary>Begins a file.</summary>
    /// <exception cref="TrainException">It cannot be written.</exception>
    public static RecordLog Begin(IFileSystem files, string path) => new(files, path, Attempt(path, () => files.Create(path)));

    /// <summary>Goes on with a file behind its first bytes, and cuts off what a process has written since then.</summary>
    /// <exception cref="TrainException">It is shorter, or cannot be written.</exception>
    public static RecordLog GoOn(IFileSystem files, string path, long length) =>
        new(files, path, Attempt(path, () => files.Continue(path, length)));

    /// <summary>Deletes a file that was begun after the checkpoint.</summary>
    /// <exception cref="TrainException">It cannot be deleted.</exception>
    public static void Drop(IFileSystem files, string path) => Attempt(path, () => files.Delete(path));

    /// <summary>Appends bytes.</summary>
    /// <exception cref="TrainException">The disk is full, or gone.</exception>
    public void Write(byte[] bytes)
    {
        if (bytes.Length > 0)
        {
            Attempt(_path, () => _file.Write(bytes));
        }
    }

    /// <summary>Appends rows of text.</summary>
    /// <exception cref="TrainException">The disk is full, or gone.</exception>
    public void WriteRows(IEnumerable<string> rows) =>
        Write(Encoding.UTF8.GetBytes(string.Concat(rows.Select(static row => row + '\n'))));

    /// <summary>Makes what was written last through a loss of power; on any thread.</summary>
    public void Sync() => Attempt(_path, () =>
    {
        _file.Sync();
        if (!_isNamed)
        {
            _files.SyncFolder(Path.GetDirectoryName(_path)!);
            _isNamed = true;
        }
    });

    /// <summary>Writes the file anew where somebody has deleted it: the system keeps what is open.</summary>
    public void Restore()
    {
        if (!File.Exists(_path))
        {
            Attempt(_path, CopyToPath);
        }
    }

    public void Dispose() => _file.Dispose();

    private void CopyToPath()
    {
        var copy = _files.Create(_path);
        var piece = new byte[Math.Min(CopiedAtOnce, _file.Length)];
        while (copy.Length < _file.Length)
        {
            copy.Write(piece.AsSpan(0, _file.Read(piece, copy.Length)));
        }
        _file.Dispose();
        _file = copy;
        _isNamed = false;
    }

    private static T Attempt<T>(string path, Func<T> action)
    {
        try
        {
            return action();
        }
        catch (Exception error) when (WriteFailure.Is(error))
        {
            throw WriteFailure.Of(path, error);
        }
    }

    private static void Attempt(string path, Action action) => Attempt(path, () =>
    {
        action();
        return true;
    });
}
