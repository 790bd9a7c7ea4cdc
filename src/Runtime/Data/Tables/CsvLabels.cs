using TrainSdk.Settings;

namespace TrainSdk.Data.Tables;

/// <summary>Turns a column of labels into class indices and class names.</summary>
internal sealed class CsvLabels(CsvFile file, string column, IReadOnlyList<string>? given)
{
    private readonly List<(string Text, int Line)> _labels = [];

    /// <summary>Takes the label of one row.</summary>
    public void Add(string text, int line)
    {
        if (text.Length == 0)
        {
            throw file.ErrorAt(line, column, "the label is missing; fill it in or remove the row");
        }
        if (given is null && NumberText.TryNumber(_labels.Count > 0 ? _labels[0].Text : text, out _) && !TryWhole(text, out _))
        {
            throw NotWhole((text, line));
        }
        _labels.Add((text, line));
    }

    /// <summary>The class indices of all rows, and the classes' names.</summary>
    public (long[] Indices, IReadOnlyList<string> Names) Resolve() =>
        given is not null ? (Given(given), given) : TryWhole(_labels[0].Text, out _) ? FromNumbers() : FromTexts();

    private static bool TryWhole(string text, out long value)
    {
        var isWhole = NumberText.TryNumber(text, out var number) && Math.Floor(number) == number && Math.Abs(number) < int.MaxValue;
        value = isWhole ? (long)number : 0;
        return isWhole;
    }

    private long[] Given(IReadOnlyList<string> names)
    {
        if (names.Distinct(StringComparer.Ordinal).Count() < names.Count)
        {
            throw file.FileError($"ClassNames names a class twice: {string.Join(", ", names)}");
        }
        var byName = names.Index().ToDictionary(static pair => pair.Item, static pair => (long)pair.Index);
        return _labels.Any(label => byName.ContainsKey(label.Text)) || !TryWhole(_labels[0].Text, out _)
            ? [.. _labels.Select(label => byName.TryGetValue(label.Text, out var index) ? index : throw Unknown(label, names))]
            : [.. _labels.Select(label => IndexIn(label, names))];
    }

    private TrainException Unknown((string Text, int Line) label, IReadOnlyList<string> names) => file.ErrorAt(
        label.Line,
        column,
        $"{CsvFile.Quote(label.Text)} is none of the classes {string.Join(", ", names)}{NearestName.Suggest(label.Text, names)}");

    private long IndexIn((string Text, int Line) label, IReadOnlyList<string> names) =>
        TryWhole(label.Text, out var index) && index >= 0 && index < names.Count
            ? index
            : throw file.ErrorAt(
                label.Line,
                column,
                $"label {CsvFile.Quote(label.Text)} is out of range: {names.Count} classes have the indices 0 to {names.Count - 1}");

    private (long[] Indices, IReadOnlyList<string> Names) FromNumbers()
    {
        long[] values = [.. _labels.Select(static label => TryWhole(label.Text, out var value) ? value : 0)];
        long[] classes = [.. values.Distinct().Order()];
        return ([.. values.Select(value => (long)Array.BinarySearch(classes, value))], [.. classes.Select(NumberText.Format)]);
    }

    private TrainException NotWhole((string Text, int Line) label) => file.ErrorAt(
        label.Line,
        column,
        $"label {CsvFile.Quote(label.Text)} is not a whole number, and class numbers are; "
            + "to predict numbers name the column in Targets, to read names give ClassNames");

    private (long[] Indices, IReadOnlyList<string> Names) FromTexts()
    {
        string[] classes = [.. _labels.Select(static label => label.Text).Distinct().Order(StringComparer.Ordinal)];
        return ([.. _labels.Select(label => (long)Array.BinarySearch(classes, label.Text, StringComparer.Ordinal))], classes);
    }
}
