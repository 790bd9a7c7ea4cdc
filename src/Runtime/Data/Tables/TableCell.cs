using TrainSdk.Settings;

namespace TrainSdk.Data.Tables;

/// <summary>Turns one raw value of a table into numbers, as the training data's were.</summary>
internal static class TableCell
{
    /// <summary>What is said about a text that is none of a column's categories.</summary>
    public static string UnknownCategory(TableColumn column, string text) =>
        $"{CsvFile.Quote(text)} is none of the categories {string.Join(", ", column.Categories)}"
            + NearestName.Suggest(text, column.Categories);

    /// <summary>Writes the numbers of a cell.</summary>
    /// <param name="column">What the column is.</param>
    /// <param name="cell">The raw value.</param>
    /// <param name="numbers">Room for <see cref="TableColumn.Width"/> numbers; a missing number becomes NaN.</param>
    /// <returns>Null, or what is wrong.</returns>
    public static string? Write(TableColumn column, string cell, Span<float> numbers)
    {
        if (column.Categories.Count > 0)
        {
            var place = column.Categories.ToList().IndexOf(cell);
            numbers.Clear();
            if (place < 0)
            {
                return UnknownCategory(column, cell);
            }
            numbers[place] = 1;
            return null;
        }
        if (column.MayBeMissing && cell.Length == 0)
        {
            numbers[0] = float.NaN;
            return null;
        }
        return CsvNumber.Problem(cell, out numbers[0]);
    }
}
