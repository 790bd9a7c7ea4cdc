using TorchSharp;
using TrainSdk.Data.Sources;
using static TorchSharp.torch;

namespace TrainSdk.Data.Tables;

/// <summary>A data set of a table whose columns were made numbers of.</summary>
internal static class TableDataSet
{
    /// <summary>Checks the numbers and makes it.</summary>
    public static DataSet Of(IReadOnlyList<TableColumn> columns, Tensor rows, Tensor targets, IReadOnlyList<string>? classNames)
    {
        var width = columns.Sum(static column => column.Width);
        if (rows.dim() != 2 || rows.shape[1] != width || !rows.is_floating_point())
        {
            throw new TrainException(
                $"the rows are {rows.dtype} [{string.Join(", ", rows.shape)}], and the columns become {width} numbers; "
                + $"give floating point [count, {width}]");
        }
        DataSetChecks.Shapes(rows, targets);
        DataSetChecks.Finite(targets, "target");
        Finite(columns, rows);
        return new DataSet([new MemorySource(rows)], new MemorySource(targets), classNames) { RawInput = Raw(columns) };
    }

    /// <summary>How rows were read; null where there is nothing to know.</summary>
    public static InputEncoding? Raw(IReadOnlyList<TableColumn> columns)
    {
        var areNamed = columns.Any(static column => column.Name.Length > 0);
        var isPlain = columns.All(static column => column.Categories.Count == 0 && !column.MayBeMissing);
        return isPlain && !areNamed ? null : InputEncoding.None(columns.Sum(static column => column.Width)) with
        {
            Columns = areNamed ? [.. columns.SelectMany(static column => column.ValueNames)] : [],
            Table = isPlain ? [] : columns,
        };
    }

    private static void Finite(IReadOnlyList<TableColumn> columns, Tensor rows)
    {
        using var scope = torch.NewDisposeScope();
        var first = 0;
        foreach (var column in columns)
        {
            var numbers = rows.narrow(1, first, column.Width);
            var known = column.MayBeMissing ? numbers.masked_fill(numbers.isnan(), 0) : numbers;
            DataSetChecks.Finite(known, $"column '{column.Name}'");
            first += column.Width;
        }
    }
}
