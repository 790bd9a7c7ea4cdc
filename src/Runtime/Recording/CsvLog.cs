using System.Text;

namespace TrainSdk.Recording;

/// <summary>A record file with a header; rows reach the file system as they are written, so that a killed run has them.</summary>
internal sealed class CsvLog : IDisposable
{
    private readonly string _path;
    private readonly StreamWriter _writer;

    public CsvLog(string path, string header)
    {
        var stream = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        _writer = new StreamWriter(stream, new UTF8Encoding(false)) { NewLine = "\n" };
        _path = path;
        Write([header]);
    }

    /// <summary>Appends rows.</summary>
    /// <exception cref="TrainException">The disk is full, or gone.</exception>
    public void Write(IEnumerable<string> rows)
    {
        try
        {
            foreach (var row in rows)
            {
                _writer.WriteLine(row);
            }
            _writer.Flush();
        }
        catch (IOException error)
        {
            throw new TrainException($"cannot write {_path}: {error.Message}", error);
        }
    }

    public void Dispose() => _writer.Dispose();
}
