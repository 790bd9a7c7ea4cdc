using TrainSdk.Settings;

namespace TrainSdk.Data.Tables;

/// <summary>Reads one cell as a number for a tensor, or says why it is none.</summary>
internal static class CsvNumber
{
    /// <summary>What to do about a column of text.</summary>
    public const string TextCure = "; leave the column out with Ignore, or name it as the Label or in Categories";

    /// <summary>The number in a cell of the file's present row.</summary>
    /// <param name="file">The file, at the row.</param>
    /// <param name="column">Position of the cell, from 0.</param>
    /// <param name="name">The column as messages show it.</param>
    /// <param name="cure">What to do about a column of text.</param>
    public static float Read(CsvFile file, int column, string name, string cure = "") =>
        Problem(file[column], out var value, cure) is { } problem ? throw file.ErrorAt(file.Line, name, problem) : value;

    /// <summary>Reads a number; null, or what is wrong with it.</summary>
    public static string? Problem(string cell, out float value, string cure = "")
    {
        value = 0;
        if (cell.Length == 0)
        {
            return "the value is missing; fill it in or remove the row";
        }
        if (!NumberText.TryNumber(cell, out var number))
        {
            return $"{CsvFile.Quote(cell)} is not a number{(HasComma(cell) ? PointCure(cell) : $", and only numbers can be inputs{cure}")}";
        }
        value = (float)number;
        return float.IsFinite(value) ? null : $"{CsvFile.Quote(cell)} is not a finite number; fill it in or remove the row";
    }

    /// <summary>Whether a cell would be a number, had it a point for its comma.</summary>
    public static bool HasComma(string cell) =>
        !NumberText.TryNumber(cell, out _) && NumberText.TryNumber(cell.Replace(',', '.'), out _);

    private static string PointCure(string cell) => $"; write {cell.Replace(',', '.')} with a point";
}
