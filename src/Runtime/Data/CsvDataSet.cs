using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace TrainSdk.Data;

/// <summary>Reads a table of numbers with a class label, or with numbers to predict, into a data set.</summary>
internal sealed class CsvDataSet
{
    private const string TextCure = "; leave the column out with Ignore, or name it as the Label";
    private readonly CsvFile _file;
    private readonly CsvColumns _columns;
    private readonly CsvOptions _options;
    private readonly List<float> _inputs = [];
    private readonly List<float> _targets = [];
    private readonly CsvLabels? _labels;

    private CsvDataSet(CsvFile file, CsvColumns columns, CsvOptions options)
    {
        _file = file;
        _columns = columns;
        _options = options;
        _labels = columns.Label is { } label ? new CsvLabels(file, columns.Show(label), options.ClassNames) : null;
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
            reader.AddRow();
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

    private void AddRow()
    {
        if (_file.Count != _columns.Count)
        {
            throw _file.Error(
                $"the row has {_file.Count} values where {_columns.Count} were expected; each row needs one value per column");
        }
        AddNumbers(_inputs, _columns.Inputs);
        AddNumbers(_targets, _columns.Targets);
        if (_columns.Label is { } label)
        {
            _labels!.Add(_file[label], _file.Line);
        }
    }

    private void AddNumbers(List<float> numbers, int[] columns)
    {
        foreach (var column in columns)
        {
            numbers.Add(CsvNumber.Read(_file, column, _columns.Show(column), TextCure));
        }
    }

    private DataSet ToDataSet()
    {
        using var scope = torch.NewDisposeScope();
        var rows = _inputs.Count / _columns.Inputs.Length;
        var inputs = Tensor(_inputs, [rows, .. SampleShape()]);
        if (_labels is null)
        {
            return new DataSet(inputs, torch.tensor(_targets.ToArray(), [rows, _columns.Targets.Length]), columns: _columns.InputNames);
        }
        var (indices, names) = _labels.Resolve();
        return new DataSet(inputs, torch.tensor(indices), names, _columns.InputNames);
    }

    private IReadOnlyList<long> SampleShape()
    {
        if (_options.Shape.Count == 0)
        {
            return [_columns.Inputs.Length];
        }
        return _options.Shape.Aggregate(1L, static (product, size) => product * size) == _columns.Inputs.Length
            ? _options.Shape
            : throw _file.FileError(
                $"{_columns.Inputs.Length} input columns don't fill the Shape [{string.Join(", ", _options.Shape)}]; correct it");
    }

    // Pixels stay bytes, a quarter of the memory, until a batch is used.
    private static Tensor Tensor(List<float> values, long[] shape)
    {
        var span = CollectionsMarshal.AsSpan(values);
        var bytes = new byte[span.Length];
        for (var i = 0; i < span.Length; i++)
        {
            bytes[i] = (byte)Math.Clamp(span[i], byte.MinValue, byte.MaxValue);
            if (bytes[i] != span[i])
            {
                return torch.tensor(span.ToArray(), shape);
            }
        }
        return torch.tensor(bytes, shape);
    }
}
