using TrainSdk.Data;

namespace TrainSdk.Parquet;

/// <summary>Which column of a Parquet table is what. By default the last column is the class label and all others are inputs.</summary>
public sealed record ParquetOptions
{
    /// <summary>Column of the class label, texts or whole numbers; null takes the last one.</summary>
    public string? Label { get; init; }

    /// <summary>Columns of the numbers to predict, for a regression; empty where the table has classes.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Columns to leave out, such as a row's number.</summary>
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>
    /// What is done about missing inputs: null, an empty text or, where such are filled, NaN; default: the file is refused, with the row
    /// and the column. A missing label or target is always refused.
    /// </summary>
    public OnMissingValue OnMissing { get; init; }

    /// <summary>Names of the classes by index, for labels that are texts; null sorts the texts by their characters' codes.</summary>
    public IReadOnlyList<string>? ClassNames { get; init; }
}
