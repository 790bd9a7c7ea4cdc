using System.Globalization;
using System.Text;
using TrainSdk.Settings;

namespace TrainSdk.Recording.History;

/// <summary>
/// Reads one of a run's tables row by row, while the run may be writing it. A last row without its line break is not there yet: the process
/// that wrote it was killed, or is about to finish it.
/// </summary>
internal sealed class RecordReader
{
    private const byte Comma = (byte)',';
    private const byte Quote = (byte)'"';
    private const byte Break = (byte)'\n';
    private const byte Return = (byte)'\r';

    private readonly string _path;
    private readonly byte[] _bytes;
    private readonly string[] _columns;
    private readonly List<Range> _cells = [];
    private int _at;
    private int _line;

    private RecordReader(string path, byte[] bytes)
    {
        _path = path;
        _bytes = bytes;
        _columns = Next() ? [.. Enumerable.Range(0, _cells.Count).Select(Text)] : [];
    }

    /// <summary>Names of the columns; none where the table is missing or empty.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>Opens a table; one that is missing has no columns and no rows.</summary>
    /// <exception cref="TrainException">It cannot be read.</exception>
    public static RecordReader Open(string path)
    {
        try
        {
            return new RecordReader(path, File.Exists(path) ? Whole(path) : []);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new TrainException($"cannot read {path}: {error.Message}", error);
        }
    }

    /// <summary>The place of a column; null where the table has none of this name.</summary>
    public int? Find(string column) => Array.IndexOf(_columns, column) is >= 0 and var at ? at : null;

    /// <summary>Goes on to the next whole row; false at the end.</summary>
    public bool Next()
    {
        _cells.Clear();
        _line++;
        for (var at = _at; at < _bytes.Length; at++)
        {
            at = CellEnd(at, out var cell);
            if (at == _bytes.Length)
            {
                return false;
            }
            _cells.Add(cell);
            if (_bytes[at] == Break)
            {
                _at = at + 1;
                return true;
            }
        }
        return false;
    }

    /// <summary>A cell's number; NaN where the table has no such column.</summary>
    /// <exception cref="TrainException">It is none.</exception>
    public double Number(int? column)
    {
        if (column is not { } at)
        {
            return double.NaN;
        }
        return at < _cells.Count && double.TryParse(
            _bytes.AsSpan()[_cells[at]], NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new TrainException(
                $"{_path}, line {NumberText.Format(_line)}: there is no number in the column '{_columns[at]}'; the file was changed");
    }

    /// <summary>A cell's text; empty where the table has no such column.</summary>
    public string Text(int? column) => column is { } at && at < _cells.Count ? Text(at) : "";

    private string Text(int at)
    {
        var cell = _bytes.AsSpan()[_cells[at]];
        return cell is [Quote, .., Quote]
            ? Encoding.UTF8.GetString(cell[1..^1]).Replace("\"\"", "\"", StringComparison.Ordinal)
            : Encoding.UTF8.GetString(cell);
    }

    // Where the cell's comma or line break is; a comma within quotes is text.
    private int CellEnd(int start, out Range cell)
    {
        var isQuoted = false;
        var at = start;
        while (at < _bytes.Length && (isQuoted || _bytes[at] is not (Comma or Break)))
        {
            isQuoted ^= _bytes[at] == Quote;
            at++;
        }
        cell = start..(at > start && _bytes[at - 1] == Return ? at - 1 : at);
        return at;
    }

    // The run that is going has the file open for writing.
    private static byte[] Whole(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[file.Length];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return read == bytes.Length ? bytes : bytes[..read];
    }
}
