using TrainSdk.Data.Tables;
using TrainSdk.Settings;

namespace TrainSdk.Data;

/// <summary>Reads rows of inputs without labels, for predictions.</summary>
public static class CsvRows
{
    /// <summary>
    /// Reads the rows of a <c>.csv</c> or <c>.csv.gz</c> file, raw values in the order that the model was trained with. A first line of
    /// names is matched by name (other columns are passed over), where the encoding has names; else values are taken by position.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="encoding">The trained model's input encoding.</param>
    /// <returns>
    /// One array per row, of as many values as <see cref="InputEncoding.Shape"/> holds: numbers as they are, NaN where one may be missing
    /// and is, and categories as 0 and 1.
    /// </returns>
    /// <exception cref="TrainException">
    /// The file is missing or empty, a column is missing, or a value is no finite number and none of its column's categories.
    /// </exception>
    public static IReadOnlyList<float[]> Read(string path, InputEncoding encoding)
    {
        using var file = new CsvFile(path);
        if (!file.Read())
        {
            throw file.FileError("the file is empty; give one row per sample");
        }
        var columns = ColumnsOf(encoding);
        var header = HeaderOf(file, encoding, columns);
        var positions = header is not null && encoding.TableColumns.Any(static column => column.Name.Length > 0)
            ? ByName(file, header, columns)
            : InOrder(file, columns.Count);
        if (header is not null && !file.Read())
        {
            throw file.FileError("the file has a header but no rows; give one row per sample");
        }
        return ReadRows(file, columns, positions, header);
    }

    /// <summary>Reads one row in the order that the model was trained with, such as one typed in.</summary>
    /// <param name="cells">Its raw values.</param>
    /// <param name="encoding">The trained model's input encoding.</param>
    /// <exception cref="TrainException">There are more or fewer values than columns, or a value cannot be read.</exception>
    public static float[] Parse(IReadOnlyList<string> cells, InputEncoding encoding)
    {
        var columns = ColumnsOf(encoding);
        return cells.Count == columns.Count
            ? Row(columns, column => cells[column].Trim(), (column, problem) => new TrainException(
                $"value {NumberText.Format(column + 1)} of the row{Named(columns[column])}: {problem}"))
            : throw new TrainException(
                $"the row has {cells.Count} values; the model takes {columns.Count}, in the order of its training");
    }

    private static IReadOnlyList<TableColumn> ColumnsOf(InputEncoding encoding)
    {
        var values = (int)encoding.Shape.Aggregate(1L, static (product, size) => product * size);
        return encoding.TableColumns.Sum(static column => column.Width) == values
            ? encoding.TableColumns
            : [.. Enumerable.Repeat(new TableColumn(""), values)];
    }

    private static string Named(TableColumn column) => column.Name.Length == 0 ? "" : $", '{column.Name}'";

    private static string[]? HeaderOf(CsvFile file, InputEncoding encoding, IReadOnlyList<TableColumn> columns)
    {
        var first = file.Row();
        var names = encoding.TableColumns.Select(static column => column.Name).Where(static name => name.Length > 0).ToArray();
        var isRow = columns.Count == first.Length && columns.Index().All(column => IsCell(column.Item, first[column.Index]));
        return (names.Length > 0 && names.All(first.Contains)) || (CsvHeader.IsAllNames(file) && !isRow) ? first : null;
    }

    private static bool IsCell(TableColumn column, string cell) => TableCell.Write(column, cell, new float[column.Width]) is null;

    private static int[] ByName(CsvFile file, string[] header, IReadOnlyList<TableColumn> columns)
    {
        var missing = columns.FirstOrDefault(column => !header.Contains(column.Name, StringComparer.Ordinal))?.Name;
        return missing is null
            ? [.. columns.Select(column => Array.IndexOf(header, column.Name))]
            : throw file.Error(
                $"the model needs a column '{missing}'{NearestName.Suggest(missing, header)}; the file has {string.Join(", ", header)}");
    }

    private static int[] InOrder(CsvFile file, int values)
    {
        CheckWidth(file, values);
        return [.. Enumerable.Range(0, values)];
    }

    private static void CheckWidth(CsvFile file, int values)
    {
        if (file.Count != values)
        {
            throw file.Error(
                $"the row has {file.Count} values; the model takes {values}, in the order of its training; leave out a label column");
        }
    }

    private static List<float[]> ReadRows(CsvFile file, IReadOnlyList<TableColumn> columns, int[] positions, string[]? header)
    {
        List<float[]> rows = [];
        do
        {
            if (header is null)
            {
                CheckWidth(file, positions.Length);
            }
            else if (file.Count != header.Length)
            {
                throw file.Error($"the row has {file.Count} values; the header names {header.Length}");
            }
            rows.Add(Row(
                columns,
                column => file[positions[column]],
                (column, problem) => file.ErrorAt(file.Line, Show(header, positions[column]), problem)));
        }
        while (file.Read());
        return rows;
    }

    private static float[] Row(IReadOnlyList<TableColumn> columns, Func<int, string> cellOf, Func<int, string, TrainException> error)
    {
        var row = new float[columns.Sum(static column => column.Width)];
        var first = 0;
        foreach (var (number, column) in columns.Index())
        {
            if (TableCell.Write(column, cellOf(number), row.AsSpan(first, column.Width)) is { } problem)
            {
                throw error(number, problem);
            }
            first += column.Width;
        }
        return row;
    }

    private static string Show(string[]? header, int column) =>
        header is null ? NumberText.Format(column + 1) : $"'{header[column]}'";
}
