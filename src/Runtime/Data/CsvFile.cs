using System.IO.Compression;
using CsvHelper;

namespace TrainSdk.Data;

/// <summary>
/// Rows of text out of a <c>.csv</c> or <c>.csv.gz</c> file, and errors that say where in it. The only place that knows the CSV library.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    private const int LongestQuote = 40;
    private readonly string _path;
    private readonly int _skipped;
    private readonly CsvReader _csv;

    public CsvFile(string path, char? separator = null, int skipLines = 0)
    {
        _path = path;
        _skipped = skipLines;
        var reader = Open(path);
        for (var i = 0; i < skipLines; i++)
        {
            Guarded(reader.ReadLine);
        }
        _csv = CsvReader.Create(reader, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        });
    }

    /// <summary>Values in the present row.</summary>
    public int Count => _csv.FieldCount;

    /// <summary>Line of the present row, from 1.</summary>
    public int Line => (int)_csv.LineNumber + _skipped;

    /// <summary>A value of the present row, without the spaces around it.</summary>
    public string this[int column] => _csv.GetString(column);

    /// <summary>A cell's text as it can stand in a message of one line.</summary>
    public static string Quote(string cell)
    {
        var line = cell.ReplaceLineEndings(" ");
        return line.Length <= LongestQuote ? $"'{line}'" : $"'{line[..LongestQuote]}…'";
    }

    /// <summary>Goes to the next row that is not blank; false at the end.</summary>
    public bool Read() => Guarded(_csv.Read);

    /// <summary>All values of the present row.</summary>
    public string[] Row() => [.. Enumerable.Range(0, Count).Select(column => this[column])];

    /// <summary>An error about the whole file.</summary>
    public TrainException FileError(string message) => new($"{_path}: {message}");

    /// <summary>An error about the present row.</summary>
    public TrainException Error(string message) => ErrorAt(Line, message);

    /// <summary>An error about a row read before.</summary>
    public TrainException ErrorAt(int line, string message) => new($"{_path}, line {line}: {message}");

    /// <summary>An error about a cell.</summary>
    public TrainException ErrorAt(int line, string column, string message) => new($"{_path}, line {line}, column {column}: {message}");

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private static StreamReader Open(string path)
    {
        try
        {
            Stream file = File.OpenRead(path);
            var packed = path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
            return new StreamReader(packed ? new GZipStream(file, CompressionMode.Decompress) : file);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new TrainException(
                $"data file not found: {Path.GetFullPath(path)} (a relative path starts at the working directory)", error);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TrainException($"cannot read the data file {Path.GetFullPath(path)}: {error.Message}", error);
        }
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (CsvFormatException error)
        {
            throw ErrorAt(
                (int)error.LineNumber + _skipped,
                "a quotation mark is out of place; quote a whole value, and write \"\" for one inside it");
        }
        catch (InvalidDataException error)
        {
            throw new TrainException($"{_path} ends in .gz but is not a whole gzip file; fetch it again or take the ending off", error);
        }
    }
}
