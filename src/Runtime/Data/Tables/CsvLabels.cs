using TrainSdk.Settings;

namespace TrainSdk.Data.Tables;

/// <summary>Turns a column of labels into class indices and class names.</summary>
internal sealed class CsvLabels(CsvFile file, string column, IReadOnlyList<string>? given)
{
    private readonly List<(string Text, int Line)> _labels = [];
    private readonly Dictionary<string, long> _indices = Indices(file, given ?? []);

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
        if (given is not null && !_indices.ContainsKey(text) && !IsIndex(text, given.Count))
        {
            throw IsNumber(text) && IsNumber(_labels.Count > 0 ? _labels[0].Text : text)
                ? OutOfRange((text, line), given)
                : Unknown((text, line), given);
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

    // Of a text that was found to be a whole number when it was added.
    private static long IndexOf(string text) => TryWhole(text, out var index) ? index : 0;

    private static bool IsNumber(string text) => TryWhole(text, out _);

    private static bool IsIndex(string text, int classes) => TryWhole(text, out var index) && index >= 0 && index < classes;

    private static Dictionary<string, long> Indices(CsvFile file, IReadOnlyList<string> names) =>
        names.Distinct(StringComparer.Ordinal).Count() == names.Count
            ? names.Index().ToDictionary(static pair => pair.Item, static pair => (long)pair.Index)
            : throw file.FileError($"ClassNames names a class twice: {string.Join(", ", names)}");

    // By name where one label is a name: then a number is a name too, and one that no class has.
    private long[] Given(IReadOnlyList<string> names) => _labels.Exists(label => _indices.ContainsKey(label.Text))
        ? [.. _labels.Select(label => _indices.TryGetValue(label.Text, out var index) ? index : throw Unknown(label, names))]
        : [.. _labels.Select(static label => IndexOf(label.Text))];

    private TrainException Unknown((string Text, int Line) label, IReadOnlyList<string> names) => file.ErrorAt(
        label.Line,
        column,
        $"{CsvFile.Quote(label.Text)} is none of the classes {string.Join(", ", names)}{NearestName.Suggest(label.Text, names)}");

    private TrainException OutOfRange((string Text, int Line) label, IReadOnlyList<string> names) => file.ErrorAt(
        label.Line,
        column,
        $"label {CsvFile.Quote(label.Text)} is out of range: {names.Count} classes have the indices 0 to {names.Count - 1}");

    private (long[] Indices, IReadOnlyList<string> Names) FromNumbers()
    {
        long[] values = [.. _labels.Select(static label => IndexOf(label.Text))];
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
