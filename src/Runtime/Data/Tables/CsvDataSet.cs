using TorchSharp;
using TrainSdk.Data.Loading;
using TrainSdk.Data.Sources;
using static TorchSharp.torch;

namespace TrainSdk.Data.Tables;

/// <summary>Reads a table with a class label, or with numbers to predict, into a data set.</summary>
internal sealed class CsvDataSet
{
    private readonly CsvFile _file;
    private readonly CsvColumns _columns;
    private readonly CsvOptions _options;
    private readonly CsvInputColumn[] _inputs;
    private readonly List<float> _targets = [];
    private readonly List<string> _groups = [];
    private readonly CsvLabels? _labels;
    private readonly SkippedSamples _skipped = new();
    private TrainException? _lastSkip;
    private int _rows;

    private CsvDataSet(CsvFile file, CsvColumns columns, CsvOptions options)
    {
        _file = file;
        _columns = columns;
        _options = options;
        var known = options.Like?.RawInput?.TableColumns;
        _inputs = [.. columns.Inputs.Select((column, number) => new CsvInputColumn(
            file, column, columns.NameOf(column), columns.Show(column), options, known?[number]))];
        _labels = columns.Label is { } label
            ? new CsvLabels(file, columns.Show(label), options.ClassNames ?? options.Like?.ClassNames)
            : null;
    }

    /// <summary>Reads the whole file.</summary>
    public static DataSet Read(string path, CsvOptions options)
    {
        using var file = new CsvFile(path, options.Separator, options.SkipLines);
        if (!file.Read())
        {
            throw file.FileError("the file is empty; give one row per sample");
        }
        var reader = new CsvDataSet(file, CsvColumns.Of(file, Names(file, options), options), options);
        if (options.Header && !file.Read())
        {
            throw file.FileError("the file has a header but no rows; give one row per sample, or set Header = false");
        }
        do
        {
            reader.TryAddRow();
        }
        while (file.Read());
        return reader.ToDataSet();
    }

    private static IReadOnlyList<string>? Names(CsvFile file, CsvOptions options)
    {
        if (!options.Header)
        {
            return options.Columns;
        }
        if (options.Columns is not null)
        {
            throw file.FileError(
                "Columns names the columns of a file without a header; set Header = false, with SkipLines = 1 to pass over the file's own");
        }
        return CsvHeader.IsAllNumbers(file)
            ? throw file.Error("the header consists of numbers; if the file has none, set Header = false")
            : file.Row();
    }

    private void TryAddRow()
    {
        try
        {
            AddRow();
        }
        catch (TrainException failure) when (_options.OnBadSample == OnBadSample.Skip)
        {
            _skipped.Add(new BadSample($"{_file.Path}, line {_file.Line}", failure.Message));
            _lastSkip = failure;
        }
    }

    // A row that cannot be used leaves no trace: nothing is kept before all of it was read.
    private void AddRow()
    {
        if (_file.Count != _columns.Count)
        {
            throw _file.Error(
                $"the row has {_file.Count} values where {_columns.Count} were expected; each row needs one value per column");
        }
        Array.ForEach(_inputs, static input => input.Read());
        float[] targets = [.. _columns.Targets.Select(column => CsvNumber.Read(_file, column, _columns.Show(column), CsvNumber.TextCure))];
        if (_columns.Label is { } label)
        {
            _labels!.Add(_file[label], _file.Line);
        }
        Array.ForEach(_inputs, static input => input.Keep());
        _targets.AddRange(targets);
        if (_columns.Group is { } group)
        {
            _groups.Add(_file[group]);
        }
        _rows++;
    }

    private DataSet ToDataSet()
    {
        if (_rows == 0)
        {
            throw new TrainException($"none of the rows can be used, the last because of {_lastSkip!.Message}", _lastSkip);
        }
        using var scope = torch.NewDisposeScope();
        TableColumn[] table = [.. _inputs.Select(static input => input.Finish())];
        var (targets, names) = Targets();
        return new DataSet([new MemorySource(Inputs(table))], new MemorySource(targets), names)
        {
            RawInput = TableDataSet.Raw(table),
            Groups = _groups,
            OnBadSample = _options.OnBadSample,
            Skipped = _skipped,
        };
    }

    private (Tensor Targets, IReadOnlyList<string>? ClassNames) Targets()
    {
        if (_labels is null)
        {
            return (torch.tensor(_targets.ToArray(), [_rows, _columns.Targets.Length]), null);
        }
        var (indices, names) = _labels.Resolve();
        return (torch.tensor(indices), names);
    }

    private Tensor Inputs(TableColumn[] table)
    {
        var width = table.Sum(static column => column.Width);
        var rows = new float[checked(_rows * width)];
        var first = 0;
        foreach (var (input, column) in _inputs.Zip(table))
        {
            input.Write(column, rows, first, width);
            first += column.Width;
        }
        return Tensor(rows, [_rows, .. SampleShape(width)]);
    }

    private IReadOnlyList<long> SampleShape(int width)
    {
        if (_options.Shape.Count == 0)
        {
            return [width];
        }
        return _options.Shape.Aggregate(1L, static (product, size) => product * size) == width
            ? _options.Shape
            : throw _file.FileError(
                $"{width} input columns don't fill the Shape [{string.Join(", ", _options.Shape)}]; correct it");
    }

    // Pixels stay bytes, a quarter of the memory, until a batch is used.
    private static Tensor Tensor(float[] values, long[] shape)
    {
        var bytes = new byte[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            bytes[i] = (byte)Math.Clamp(values[i], byte.MinValue, byte.MaxValue);
            if (bytes[i] != values[i])
            {
                return torch.tensor(values, shape);
            }
        }
        return torch.tensor(bytes, shape);
    }
}
