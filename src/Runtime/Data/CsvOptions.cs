namespace TrainSdk.Data;

/// <summary>
/// How a table in a text file becomes a data set. By default the first line names the columns and the last column is the class label.
/// </summary>
public sealed record CsvOptions
{
    /// <summary>Whether the first line names the columns; default true.</summary>
    public bool Header { get; init; } = true;

    /// <summary>Lines to pass over before the header or the first row; default 0.</summary>
    public int SkipLines { get; init; }

    /// <summary>The character between two values; null recognises comma, semicolon, tab and bar from the first lines.</summary>
    public char? Separator { get; init; }

    /// <summary>Names of all columns of a file without a header, in the file's order; null names none.</summary>
    public IReadOnlyList<string>? Columns { get; init; }

    /// <summary>Column of the class label; null takes the last one.</summary>
    public string? Label { get; init; }

    /// <summary>Columns of the numbers to predict, for a regression; empty where the file holds class labels.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Columns to leave out, such as a row's number.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>
    /// Columns whose values are categories although they look like numbers, such as postal codes. Columns of texts are taken for categories
    /// anyway, where few texts come often.
    /// </summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>What is done about missing values; default: the file is refused, with the line and the column.</summary>
    public OnMissingValue OnMissing { get; init; }

    /// <summary>
    /// What is done about a row that cannot be used, such as one with a value too few or a text among numbers; default: the file is
    /// refused, with the line. A quotation mark out of place is refused all the same: what follows it cannot be told apart.
    /// </summary>
    public OnBadSample OnBadSample { get; init; }

    /// <summary>Texts that stand for a missing value, where such are filled, besides the empty one.</summary>
    public IReadOnlyList<string> MissingTexts { get; init; } = ["NA", "N/A", "NaN", "nan", "null", "?"];

    /// <summary>Column whose equal values are kept in one split, such as a patient; it is no input. Null for none.</summary>
    public string? Group { get; init; }

    /// <summary>
    /// A data set that this one is read like, such as the training split's for a test file: its columns by name, categories and classes.
    /// </summary>
    public DataSet? Like { get; init; }

    /// <summary>
    /// Names of the classes, by index; the labels are then these names or the indices. Null takes them from the labels: whole numbers in
    /// their order, texts sorted by their characters' codes.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>Shape of one sample, such as [1, 8, 8] for a grey image of 8×8; empty keeps a row of numbers.</summary>
    public IReadOnlyList<long> Shape { get; init; } = [];
}
