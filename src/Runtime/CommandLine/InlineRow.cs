using TrainSdk.Data;
using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary>Reads one input typed on the command line: values with commas between.</summary>
internal static class InlineRow
{
    /// <exception cref="TrainException">It is no row for the model; what looks like a file is said not to exist.</exception>
    public static float[] Read(string text, InputEncoding encoding)
    {
        var cells = text.Split(',');
        if (encoding.Table.Count > 0 && (cells.Length > 1 || encoding.Table.Count == 1))
        {
            return CsvRows.Parse(cells, encoding);
        }
        if (cells.Length == 1 && !NumberText.TryNumber(text, out _))
        {
            throw new TrainException($"there is no file {Path.GetFullPath(text)}; give a CSV file, or a row of numbers such as 0,0,5");
        }
        return [.. cells.Select(static (cell, index) => NumberText.TryNumber(cell, out var value)
            ? (float)value
            : throw new TrainException($"value {NumberText.Format(index + 1)} of the row is '{cell}'; give numbers such as 0,0.5,3"))];
    }
}
