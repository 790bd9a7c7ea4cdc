using System.Runtime.InteropServices;
using TrainSdk.Settings;

namespace TrainSdk.Data.Tables;

/// <summary>
/// One input column of a table as it is read. Its first value that is not missing tells whether it holds numbers or texts, where that is
/// not known beforehand; a column that mixes them is refused.
/// </summary>
internal sealed class CsvInputColumn
{
    private const int MostInferred = 100;
    private const int FewRows = 20;
    private readonly CsvFile _file;
    private readonly int _position;
    private readonly string _shown;
    private readonly CsvOptions _options;
    private readonly TableColumn? _known;
    private readonly bool _isAsked;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private readonly List<float> _values = [];
    private bool? _isText;
    private int _firstLine;
    private bool _hasMissing;
    private string _cell = "";
    private bool _isCellText;
    private float _number;

    /// <summary>Starts a column.</summary>
    /// <param name="file">The file.</param>
    /// <param name="position">Where it is in a row, from 0.</param>
    /// <param name="name">Its name; null where columns have none.</param>
    /// <param name="shown">The column as messages show it.</param>
    /// <param name="options">How the table is read.</param>
    /// <param name="known">What it was in a table that this one is like; null for a table of its own.</param>
    public CsvInputColumn(CsvFile file, int position, string? name, string shown, CsvOptions options, TableColumn? known)
    {
        (_file, _position, _shown, _options, _known) = (file, position, shown, options, known);
        Name = name ?? "";
        _isAsked = options.Categories.Contains(Name) && name is not null;
        _isText = known is not null ? known.Categories.Count > 0 : _isAsked ? true : null;
        foreach (var category in known?.Categories ?? [])
        {
            NumberOf(category);
        }
    }

    /// <summary>Its name; empty where columns have none.</summary>
    public string Name { get; }

    private bool Fills => _options.OnMissing == OnMissingValue.Fill || _known is { MayBeMissing: true };

    /// <summary>Reads the value of the file's present row; <see cref="Keep"/> takes it.</summary>
    /// <exception cref="TrainException">It is none that the column can hold.</exception>
    public void Read()
    {
        var cell = _file[_position];
        _cell = Fills && _options.MissingTexts.Contains(cell) ? "" : cell;
        if (_cell.Length == 0)
        {
            CheckMissing();
            return;
        }
        var isNumber = NumberText.TryNumber(cell, out _);
        _isCellText = _isText ?? !(isNumber || CsvNumber.HasComma(cell));
        if (!_isCellText)
        {
            _number = CsvNumber.Read(_file, _position, _shown, CsvNumber.TextCure);
        }
        else if (isNumber && !_isAsked && _known is null)
        {
            var text = _texts.First(static text => text.Length > 0);
            throw _file.ErrorAt(
                _file.Line,
                _shown,
                $"{CsvFile.Quote(cell)} is a number, and line {_firstLine} has the text {CsvFile.Quote(text)}; "
                + "correct the wrong one, or name the column in Categories");
        }
        else if (_known is not null && !_numbers.ContainsKey(cell))
        {
            throw Unknown(cell);
        }
    }

    /// <summary>Takes the value that was read, now that its row can be used.</summary>
    public void Keep()
    {
        if (_cell.Length == 0)
        {
            _hasMissing = true;
            _values.Add(_isText == true ? NumberOf("") : float.NaN);
            return;
        }
        if (_isText is null)
        {
            Decide(_isCellText);
        }
        _values.Add(_isCellText ? NumberOf(_cell) : _number);
    }

    /// <summary>What it is, now that all rows are read.</summary>
    /// <exception cref="TrainException">It has too many texts for categories.</exception>
    public TableColumn Finish()
    {
        if (_known is not null)
        {
            return _known;
        }
        if (_isText != true)
        {
            return new TableColumn(Name) { MayBeMissing = _hasMissing };
        }
        if (!_isAsked && (_texts.Count > MostInferred || (_values.Count >= FewRows && _texts.Count * 2 > _values.Count)))
        {
            throw _file.FileError(
                $"column {_shown} has {_texts.Count} different texts in {_values.Count} rows, which look like names, not categories; "
                + "leave the column out with Ignore, or name it in Categories");
        }
        return new TableColumn(Name) { Categories = [.. _texts.Order(StringComparer.Ordinal)] };
    }

    /// <summary>Writes its numbers into the rows.</summary>
    /// <param name="column">What it is.</param>
    /// <param name="rows">All rows, one behind the other; zeros where nothing was written.</param>
    /// <param name="first">Where its numbers begin in a row.</param>
    /// <param name="width">Numbers in a row.</param>
    public void Write(TableColumn column, Span<float> rows, int first, int width)
    {
        var values = CollectionsMarshal.AsSpan(_values);
        int[] places = [.. _texts.Select(text => column.Categories.ToList().IndexOf(text))];
        for (var row = 0; row < values.Length; row++)
        {
            var at = (row * width) + first;
            if (_isText == true)
            {
                rows[at + places[(int)values[row]]] = 1;
            }
            else
            {
                rows[at] = values[row];
            }
        }
    }

    // The values so far are missing ones: of texts a category, as everywhere in such a column.
    private void Decide(bool isText)
    {
        _isText = isText;
        _firstLine = _file.Line;
        if (isText && _values.Count > 0)
        {
            CollectionsMarshal.AsSpan(_values).Fill(NumberOf(""));
        }
    }

    private void CheckMissing()
    {
        if (!Fills)
        {
            throw _file.ErrorAt(
                _file.Line, _shown, "the value is missing; fill it in or remove the row, or set OnMissing to Fill");
        }
        if (_isText == true && _known is not null && !_numbers.ContainsKey(""))
        {
            throw Unknown("");
        }
    }

    private int NumberOf(string text)
    {
        if (!_numbers.TryGetValue(text, out var number))
        {
            number = _texts.Count;
            _numbers.Add(text, number);
            _texts.Add(text);
        }
        return number;
    }

    private TrainException Unknown(string cell) => _file.ErrorAt(
        _file.Line, _shown, TableCell.UnknownCategory(_known!, cell));
}
