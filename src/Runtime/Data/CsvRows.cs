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
    /// <returns>One array per row, of as many values as <see cref="InputEncoding.Shape"/> holds.</returns>
    /// <exception cref="TrainException">The file is missing or empty, a column is missing, or a value is not a finite number.</exception>
    public static IReadOnlyList<float[]> Read(string path, InputEncoding encoding)
    {
        using var file = new CsvFile(path);
        if (!file.Read())
        {
            throw file.FileError("the file is empty; give one row per sample");
        }
        var values = (int)encoding.Shape.Aggregate(1L, static (product, size) => product * size);
        var header = HeaderOf(file, encoding);
        var positions = header is not null && encoding.Columns.Count > 0 ? ByName(file, header, encoding.Columns) : InOrder(file, values);
        if (header is not null && !file.Read())
        {
            throw file.FileError("the file has a header but no rows; give one row per sample");
        }
        return ReadRows(file, positions, header);
    }

    private static string[]? HeaderOf(CsvFile file, InputEncoding encoding)
    {
        var first = file.Row();
        var isHeader = CsvHeader.IsAllNames(file) || (encoding.Columns.Count > 0 && encoding.Columns.All(first.Contains));
        return isHeader ? first : null;
    }

    private static int[] ByName(CsvFile file, string[] header, IReadOnlyList<string> columns)
    {
        var missing = columns.FirstOrDefault(column => !header.Contains(column, StringComparer.Ordinal));
        return missing is null
            ? [.. columns.Select(column => Array.IndexOf(header, column))]
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

    private static List<float[]> ReadRows(CsvFile file, int[] positions, string[]? header)
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
            rows.Add([.. positions.Select(column => CsvNumber.Read(file, column, Show(header, column)))]);
        }
        while (file.Read());
        return rows;
    }

    private static string Show(string[]? header, int column) =>
        header is null ? NumberText.Format(column + 1) : $"'{header[column]}'";
}
