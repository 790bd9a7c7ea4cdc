using TorchSharp;
using TrainSdk.Data;
using TrainSdk.Data.Tables;
using static TorchSharp.torch;

namespace TrainSdk.Images;

/// <summary>The rows of a table of pictures.</summary>
internal sealed class ImageTableRows
{
    private readonly CsvFile _file;
    private readonly ImageTableOptions _options;
    private readonly string _folder;
    private readonly string[] _header;
    private readonly int _pathColumn;
    private readonly int? _groupColumn;
    private readonly int[] _targetColumns;
    private readonly int _labelColumn;
    private readonly CsvLabels? _labels;
    private readonly List<string> _paths = [];
    private readonly List<string> _groups = [];
    private readonly List<float> _targets = [];

    public ImageTableRows(CsvFile file, ImageTableOptions options)
    {
        _file = file;
        _options = options;
        _folder = options.Folder ?? Path.GetDirectoryName(Path.GetFullPath(file.Path))!;
        _header = file.Read() ? file.Row() : throw file.FileError("the table is empty; give a line of names and one row per picture");
        CsvColumns.CheckNames(file, _header);
        _pathColumn = options.File is { } path ? CsvColumns.Find(file, _header, path, "file") : 0;
        _groupColumn = options.Group is { } group ? CsvColumns.Find(file, _header, group, "group") : null;
        _targetColumns = [.. options.Targets.Select(name => CsvColumns.Find(file, _header, name, "target"))];
        _labelColumn = options.Label is { } label ? CsvColumns.Find(file, _header, label, "label") : _header.Length - 1;
        _labels = _targetColumns.Length == 0 ? new CsvLabels(file, Show(_labelColumn), options.ClassNames) : null;
        if (_labels is not null && _labelColumn == _pathColumn)
        {
            throw file.Error("one column cannot name both the picture and its class; give File and Label");
        }
    }

    /// <summary>Files of the pictures, in the rows' order.</summary>
    public IReadOnlyList<string> Paths => _paths;

    /// <summary>A group for each picture; empty where no column names one.</summary>
    public IReadOnlyList<string> Groups => _groups;

    /// <summary>Reads to the end.</summary>
    public void ReadAll()
    {
        while (_file.Read())
        {
            if (_file.Count != _header.Length)
            {
                throw _file.Error(
                    $"the row has {_file.Count} values where {_header.Length} were expected; each row needs one value per column");
            }
            AddRow();
        }
        if (_paths.Count == 0)
        {
            throw _file.FileError("the table has a header but no rows; give one row per picture");
        }
    }

    /// <summary>Class indices [count] and the classes' names, or numbers [count, values].</summary>
    public (Tensor Targets, IReadOnlyList<string>? ClassNames) Targets()
    {
        if (_labels is null)
        {
            return (torch.tensor(_targets.ToArray(), [_paths.Count, _targetColumns.Length]), null);
        }
        var (indices, names) = _labels.Resolve();
        return (torch.tensor(indices), names);
    }

    private void AddRow()
    {
        var name = _file[_pathColumn];
        var path = Path.Combine(_folder, name + _options.Ending);
        if (name.Length == 0 || !File.Exists(path))
        {
            throw _file.ErrorAt(
                _file.Line, Show(_pathColumn), $"there is no picture {CsvFile.Quote(path)}; correct the row, or set Folder or Ending");
        }
        _paths.Add(path);
        if (_groupColumn is { } group)
        {
            _groups.Add(_file[group]);
        }
        foreach (var column in _targetColumns)
        {
            _targets.Add(CsvNumber.Read(_file, column, Show(column)));
        }
        _labels?.Add(_file[_labelColumn], _file.Line);
    }

    private string Show(int column) => $"'{_header[column]}'";
}
