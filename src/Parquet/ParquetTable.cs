using Parquet;
using Parquet.Schema;
using TrainSdk.Data;

namespace TrainSdk.Parquet;

/// <summary>A Parquet file's columns as numbers or texts; the only place that knows the library.</summary>
internal sealed class ParquetTable : IDisposable
{
    private const long MostSwelling = 100;
    private const long AlwaysAllowed = 64L << 20;
    private readonly string _path;
    private readonly ParquetReader _reader;
    private readonly DataField[] _fields;

    public ParquetTable(string path)
    {
        _path = path;
        if (!File.Exists(path))
        {
            throw new TrainException($"data file not found: {Path.GetFullPath(path)} (a relative path starts at the working directory)");
        }
        _reader = Guarded(() => ParquetReader.CreateAsync(path).GetAwaiter().GetResult());
        _fields = Guarded(() => _reader.Schema.GetDataFields());
        Rows = Guarded(CountRows);
        if (Rows == 0)
        {
            throw Error("the table has no rows; give one row per sample");
        }
        if (Rows * _fields.Length * sizeof(float) > Math.Max(AlwaysAllowed, new FileInfo(path).Length * MostSwelling))
        {
            throw Error($"the file claims {Rows} rows of {_fields.Length} columns, more than its size can hold, and is not unpacked");
        }
    }

    /// <summary>Rows of all groups.</summary>
    public long Rows { get; }

    /// <summary>Names of the columns.</summary>
    public IReadOnlyList<string> Names => [.. _fields.Select(static column => column.Path.ToString())];

    /// <summary>Whether a column holds texts.</summary>
    public bool IsText(int column) => _fields[column].ClrType == typeof(ReadOnlyMemory<char>);

    /// <summary>A column's texts.</summary>
    /// <param name="column">Its position.</param>
    /// <param name="onMissing">Whether a missing text becomes an empty one; null where none may be missing.</param>
    public string[] Texts(int column, OnMissingValue? onMissing) =>
    [
        .. Present<ReadOnlyMemory<char>>(column).Select((text, row) => text is { Length: > 0 } present ? present.ToString()
            : onMissing == OnMissingValue.Fill ? ""
            : throw Missing(column, row, onMissing)),
    ];

    /// <summary>A column's numbers.</summary>
    /// <param name="column">Its position.</param>
    /// <param name="onMissing">Whether a missing number becomes NaN; null where none may be missing.</param>
    public double[] Numbers(int column, OnMissingValue? onMissing) =>
    [
        .. Numbers(column).Select((value, row) =>
            onMissing == OnMissingValue.Fill && double.IsNaN(value ?? double.NaN) ? double.NaN
            : value is { } present ? Finite(present, column, row)
            : throw Missing(column, row, onMissing)),
    ];

    /// <summary>An error about the file.</summary>
    public TrainException Error(string message) => new($"{_path}: {message}");

    /// <summary>An error about a cell.</summary>
    public TrainException Error(int column, long row, string message) => Error($"row {row + 1}, column '{Names[column]}': {message}");

    /// <inheritdoc/>
    public void Dispose() => _reader.DisposeAsync().AsTask().GetAwaiter().GetResult();

    private IEnumerable<double?> Numbers(int column)
    {
        var type = _fields[column].ClrType;
        return type == typeof(float) ? Numbers<float>(column, static value => value)
            : type == typeof(double) ? Numbers<double>(column, static value => value)
            : type == typeof(int) ? Numbers<int>(column, static value => value)
            : type == typeof(long) ? Numbers<long>(column, static value => value)
            : type == typeof(short) ? Numbers<short>(column, static value => value)
            : type == typeof(byte) ? Numbers<byte>(column, static value => value)
            : type == typeof(sbyte) ? Numbers<sbyte>(column, static value => value)
            : type == typeof(bool) ? Numbers<bool>(column, static value => value ? 1 : 0)
            : throw Error($"column '{Names[column]}' holds {type.Name}, neither numbers nor texts; leave it out with Ignore");
    }

    private long CountRows() => Enumerable.Range(0, _reader.RowGroupCount).Sum(number =>
    {
        using var group = _reader.OpenRowGroupReader(number);
        return group.RowCount;
    });

    private IEnumerable<double?> Numbers<T>(int column, Func<T, double> convert)
        where T : struct => Present<T>(column).Select(value => value is { } present ? convert(present) : (double?)null);

    private List<T?> Present<T>(int column)
        where T : struct => Read(column, static (group, field, rows) =>
        {
            var values = new T?[rows];
            if (field.IsNullable)
            {
                group.ReadAsync<T>(field, values.AsMemory()).AsTask().GetAwaiter().GetResult();
                return values;
            }
            var present = new T[rows];
            group.ReadAsync<T>(field, present.AsMemory()).AsTask().GetAwaiter().GetResult();
            return Array.ConvertAll(present, static value => (T?)value);
        });

    private double Finite(double value, int column, long row) => float.IsFinite((float)value)
        ? value
        : throw Error(column, row, "the value is not a finite number; fill it in or remove the row");

    private TrainException Missing(int column, long row, OnMissingValue? onMissing) => Error(
        column, row, $"the value is missing; fill it in or remove the row{(onMissing is null ? "" : ", or set OnMissing to Fill")}");

    private List<T> Read<T>(int column, Func<ParquetRowGroupReader, DataField, int, T[]> read) => Guarded(() =>
    {
        List<T> all = [];
        for (var number = 0; number < _reader.RowGroupCount; number++)
        {
            using var group = _reader.OpenRowGroupReader(number);
            all.AddRange(read(group, _fields[column], checked((int)group.RowCount)));
        }
        return all;
    });

    // What the library throws at a damaged file is of many kinds.
    private T Guarded<T>(Func<T> use)
    {
        try
        {
            return use();
        }
        catch (Exception error) when (error is not (TrainException or OutOfMemoryException))
        {
            throw new TrainException($"{_path}: this is no whole Parquet file ({error.Message}); fetch it again", error);
        }
    }
}
