using TrainSdk.Settings;

namespace TrainSdk.Data;

/// <summary>Reads one cell as a number for a tensor, or says why it is none.</summary>
internal static class CsvNumber
{
    /// <summary>The number in a cell of the file's present row.</summary>
    /// <param name="file">The file, at the row.</param>
    /// <param name="column">Position of the cell, from 0.</param>
    /// <param name="name">The column as messages show it.</param>
    /// <param name="cure">What to do about a column of text.</param>
    public static float Read(CsvFile file, int column, string name, string cure = "")
    {
        var cell = file[column];
        if (cell.Length == 0)
        {
            throw file.ErrorAt(file.Line, name, "the value is missing; fill it in or remove the row");
        }
        if (!NumberText.TryNumber(cell, out var value))
        {
            throw file.ErrorAt(file.Line, name, $"{CsvFile.Quote(cell)} is not a number{Cure(cell, cure)}");
        }
        return float.IsFinite((float)value)
            ? (float)value
            : throw file.ErrorAt(file.Line, name, $"{CsvFile.Quote(cell)} is not a finite number; fill it in or remove the row");
    }

    private static string Cure(string cell, string cure) => NumberText.TryNumber(cell.Replace(',', '.'), out _)
        ? $"; write {cell.Replace(',', '.')} with a point"
        : $", and only numbers can be inputs{cure}";
}
