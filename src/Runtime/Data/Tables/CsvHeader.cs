using TrainSdk.Settings;

namespace TrainSdk.Data.Tables;

/// <summary>Tells a line of names from a row of numbers.</summary>
internal static class CsvHeader
{
    /// <summary>Whether every value of the file's present row is a number.</summary>
    public static bool IsAllNumbers(CsvFile file) => file.Row().All(static cell => NumberText.TryNumber(cell, out _));

    /// <summary>Whether no value of the file's present row is a number.</summary>
    public static bool IsAllNames(CsvFile file) => !file.Row().Any(static cell => NumberText.TryNumber(cell, out _));
}
