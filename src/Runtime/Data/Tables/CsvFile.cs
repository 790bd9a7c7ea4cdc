using System.Text;
using CsvHelper;
using TrainSdk.Data.Reading;

namespace TrainSdk.Data.Tables;

/// <summary>
/// Rows of text out of a <c>.csv</c> or <c>.csv.gz</c> file, and errors that say where in it. The only place that knows the CSV library.
/// </summary>
internal sealed class CsvFile : IDisposable
{
    private const int LongestQuote = 40;
    private readonly int _skipped;
    private readonly CsvReader _csv;

    public CsvFile(string path, char? separator = null, int skipLines = 0)
    {
        Path = path;
        _skipped = skipLines;
        var reader = new StreamReader(DataFile.Open(path), Utf8Text.Strict);
        for (var i = 0; i < skipLines; i++)
        {
            Guarded(reader.ReadLine);
        }
        _csv = Guarded(() => CsvReader.Create(reader, new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            MalformedData = CsvMalformedDataHandling.Throw,
        }));
    }

    /// <summary>Where the file is.</summary>
    public string Path { get; }

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
    public TrainException FileError(string message) => new($"{Path}: {message}");

    /// <summary>An error about the present row.</summary>
    public TrainException Error(string message) => ErrorAt(Line, message);

    /// <summary>An error about a row read before.</summary>
    public TrainException ErrorAt(int line, string message) => new($"{Path}, line {line}: {message}");

    /// <summary>An error about a cell.</summary>
    public TrainException ErrorAt(int line, string column, string message) => new($"{Path}, line {line}, column {column}: {message}");

    /// <inheritdoc/>
    public void Dispose() => _csv.Dispose();

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return DataFile.Guarded(Path, read);
        }
        catch (CsvFormatException error)
        {
            throw ErrorAt(
                (int)error.LineNumber + _skipped,
                "a quotation mark is out of place; quote a whole value, and write \"\" for one inside it");
        }
        catch (DecoderFallbackException)
        {
            throw ErrorAt(Utf8Text.LineOfFault(Path), "the line holds bytes that are no UTF-8; save the file as UTF-8");
        }
    }
}
