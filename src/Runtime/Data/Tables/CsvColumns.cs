using TrainSdk.Settings;

namespace TrainSdk.Data.Tables;

/// <summary>Which columns of a table are inputs, and which the label or the targets.</summary>
internal sealed class CsvColumns
{
    private readonly IReadOnlyList<string>? _names;

    private CsvColumns(IReadOnlyList<string>? names, int count)
    {
        _names = names;
        Count = count;
    }

    /// <summary>Values in each row.</summary>
    public int Count { get; }

    /// <summary>Positions of the inputs.</summary>
    public int[] Inputs { get; private init; } = [];

    /// <summary>Position of the class label; null for a regression.</summary>
    public int? Label { get; private init; }

    /// <summary>Positions of the numbers to predict.</summary>
    public int[] Targets { get; private init; } = [];

    /// <summary>Position of the column that groups samples; null without.</summary>
    public int? Group { get; private init; }

    /// <summary>A column's name; null where it has none.</summary>
    public string? NameOf(int column) => _names?[column];

    /// <summary>A column as messages show it: its name, or its position from 1.</summary>
    public string Show(int column) => _names is null ? NumberText.Format(column + 1) : $"'{_names[column]}'";

    /// <summary>Sorts the columns by their roles.</summary>
    /// <param name="file">The file, at its first row.</param>
    /// <param name="names">The columns' names; null where they have none.</param>
    /// <param name="options">Which column is what.</param>
    /// <exception cref="TrainException">A name is unknown or used twice, or no input is left.</exception>
    public static CsvColumns Of(CsvFile file, IReadOnlyList<string>? names, CsvOptions options)
    {
        var count = names?.Count ?? file.Count;
        CheckNames(file, names);
        int[] targets = [.. options.Targets.Select(name => Find(file, names, name, "target"))];
        int? label = targets.Length > 0 ? null : options.Label is { } given ? Find(file, names, given, "label") : count - 1;
        int? group = options.Group is { } grouping ? Find(file, names, grouping, "group") : null;
        foreach (var name in options.Categories)
        {
            Find(file, names, name, "category");
        }
        var apart = options.Ignore.Select(name => Find(file, names, name, "ignored")).Concat(targets).ToHashSet();
        int[] inputs = options.Like is { RawInput: { } like }
            ? [.. like.TableColumns.Select(column => Find(file, names, column.Name, "input"))]
            : [.. Enumerable.Range(0, count).Where(column => column != label && column != group && !apart.Contains(column))];
        return inputs.Length > 0
            ? new CsvColumns(names, count) { Inputs = inputs, Label = label, Targets = targets, Group = group }
            : throw file.Error(
                $"of {count} columns none is left as an input; if something else than , ; | or a tab separates values, set Separator");
    }

    /// <summary>Refuses a name that is used twice.</summary>
    public static void CheckNames(CsvFile file, IReadOnlyList<string>? names)
    {
        var twice = names?.GroupBy(static name => name, StringComparer.Ordinal).FirstOrDefault(static group => group.Count() > 1);
        if (twice is not null)
        {
            throw file.Error($"column {CsvFile.Quote(twice.Key)} appears {twice.Count()} times; give each column a name of its own");
        }
    }

    /// <summary>Position of a column by its name.</summary>
    public static int Find(CsvFile file, IReadOnlyList<string>? names, string name, string role)
    {
        if (names is null)
        {
            throw file.FileError($"the {role} column '{name}' was asked for, but the columns have no names; give Columns");
        }
        var position = names.ToList().IndexOf(name);
        return position >= 0
            ? position
            : throw file.FileError(
                $"there is no {role} column '{name}'{NearestName.Suggest(name, names)}; the columns are {string.Join(", ", names)}");
    }
}
