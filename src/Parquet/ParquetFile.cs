using TorchSharp;
using TrainSdk.Data;
using static TorchSharp.torch;

namespace TrainSdk.Parquet;

/// <summary>Reads Parquet tables.</summary>
public static class ParquetFile
{
    /// <summary>
    /// Reads a table into memory. Columns of numbers are inputs as they are; a column of texts becomes a number for each of its texts, 1
    /// where the row holds it and else 0.
    /// </summary>
    /// <param name="path">The file; a relative path starts at the working directory.</param>
    /// <param name="options">Which column is what; by default the last one is the class.</param>
    /// <exception cref="TrainException">
    /// The file is missing, damaged or empty, a column is unknown, or a value is missing that is not to be filled, or no finite number.
    /// </exception>
    public static DataSet Load(string path, ParquetOptions? options = null)
    {
        options ??= new ParquetOptions();
        using var table = new ParquetTable(path);
        using var scope = torch.NewDisposeScope();
        int[] targets = [.. options.Targets.Select(name => Find(table, name))];
        int? label = targets.Length > 0 ? null : options.Label is { } given ? Find(table, given) : table.Names.Count - 1;
        var apart = options.Ignore.Select(name => Find(table, name)).Concat(targets).ToHashSet();
        int[] inputs = [.. Enumerable.Range(0, table.Names.Count).Where(column => column != label && !apart.Contains(column))];
        if (inputs.Length == 0)
        {
            throw table.Error($"of {table.Names.Count} columns none is left as an input");
        }
        ParquetColumn[] columns = [.. inputs.Select(column => new ParquetColumn(table, column, options.OnMissing))];
        var values = torch.tensor(Rows(columns, table.Rows), [table.Rows, columns.Sum(static column => column.Width)]);
        var (goals, classNames) = label is { } classes ? Labels(table, classes, options.ClassNames) : (Targets(table, targets), null);
        return DataSet.FromTable([.. columns.Select(static column => column.Column)], values, goals, classNames);
    }

    private static int Find(ParquetTable table, string name) => table.Names.ToList().IndexOf(name) is var column and >= 0
        ? column
        : throw table.Error($"there is no column '{name}'; the columns are {string.Join(", ", table.Names)}");

    private static float[] Rows(ParquetColumn[] columns, long count)
    {
        var width = columns.Sum(static column => column.Width);
        var rows = new float[checked(count * width)];
        var first = 0;
        foreach (var column in columns)
        {
            column.Write(rows, first, width);
            first += column.Width;
        }
        return rows;
    }

    private static Tensor Targets(ParquetTable table, int[] columns) =>
        torch.stack([.. columns.Select(column => torch.tensor(table.Numbers(column, onMissing: null), ScalarType.Float32))], 1);

    private static (Tensor Labels, IReadOnlyList<string> ClassNames) Labels(
        ParquetTable table, int column, IReadOnlyList<string>? classNames)
    {
        var texts = table.IsText(column) ? table.Texts(column, onMissing: null) : WholeNumbers(table, column);
        var names = classNames ?? (table.IsText(column)
            ? [.. texts.Distinct().Order(StringComparer.Ordinal)]
            : [.. texts.Distinct().OrderBy(long.Parse)]);
        var indices = names.Index().ToDictionary(static name => name.Item, static name => (long)name.Index);
        long[] labels = [.. texts.Select((text, row) => indices.TryGetValue(text, out var index) ? index : throw table.Error(
            column, row, $"'{text}' is none of the classes {string.Join(", ", names)}"))];
        return (torch.tensor(labels), names);
    }

    private static string[] WholeNumbers(ParquetTable table, int column) =>
    [
        .. table.Numbers(column, onMissing: null).Select((value, row) => Math.Floor(value) == value
            ? FormattableString.Invariant($"{(long)value}")
            : throw table.Error(column, row, "the label is not a whole number; to predict numbers name the column in Targets")),
    ];
}
