using System.Text;
using TrainSdk.Metrics;
using TrainSdk.Settings;

namespace TrainSdk.Recording;

/// <summary>
/// <c>confusion.csv</c>: how often each class was taken for which, <c>split,actual,&lt;class&gt;…</c>, a row for each split and class that
/// was meant, a column for each class that was said.
/// </summary>
internal static class ConfusionFile
{
    private static readonly char[] Special = [',', '"', '\n', '\r'];

    /// <summary>Writes what a confusion matrix counted; nothing where none was measured.</summary>
    public static void Write(RunFolder folder, IReadOnlyList<string> classNames, params (string Split, Evaluation? Measured)[] splits)
    {
        var tables = splits
            .Select(static split => (split.Split, Counts: split.Measured is { } measured ? CountsOf(measured) : null))
            .Where(static split => split.Counts is not null)
            .ToArray();
        if (tables.Length == 0)
        {
            return;
        }
        var names = Names(classNames, tables[0].Counts!);
        string[][] rows =
        [
            ["split", "actual", .. names],
            .. tables.SelectMany(table => names.Select((name, row) => (string[])[table.Split, name, .. Row(table.Counts!, row)])),
        ];
        var text = string.Concat(rows.Select(static row => string.Join(',', row.Select(Quoted)) + "\n"));
        folder.Write(folder.Confusion, Encoding.UTF8.GetBytes(text));
    }

    /// <summary>The counts of the first confusion matrix that was measured; null for none.</summary>
    public static long[,]? CountsOf(Evaluation measured) =>
        measured.Metrics.Select(static metric => metric.Counts).FirstOrDefault(static counts => counts is not null);

    /// <summary>The names of the counted classes; their indices where the data had no names.</summary>
    public static string[] Names(IReadOnlyList<string> classNames, long[,] counts) => [.. Enumerable.Range(0, counts.GetLength(0))
        .Select(index => index < classNames.Count ? classNames[index] : NumberText.Format(index))];

    /// <summary>What a class was taken for, as text.</summary>
    public static IEnumerable<string> Row(long[,] counts, int row) =>
        Enumerable.Range(0, counts.GetLength(1)).Select(column => NumberText.Format(counts[row, column]));

    /// <summary>A cell, in quotes where it holds what would end it.</summary>
    public static string Quoted(string cell) =>
        cell.IndexOfAny(Special) < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
