using TrainSdk.Data;

namespace TrainSdk.Images;

/// <summary>How a table names pictures and what they show. By default the first column names the file and the last one the class.</summary>
public sealed record ImageTableOptions
{
    /// <summary>Folder that the table's paths start at; null, the default, takes the table's own.</summary>
    public string? Folder { get; init; }

    /// <summary>Column with the pictures' paths; null, the default, takes the first.</summary>
    public string? File { get; init; }

    /// <summary>Column with the class; null, the default, takes the last.</summary>
    public string? Label { get; init; }

    /// <summary>Columns with numbers to predict, for a regression; empty where the table has classes.</summary>
    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>Column whose equal values are kept in one split, such as a patient; null for none.</summary>
    public string? Group { get; init; }

    /// <summary>Ending that is added to each path, such as <c>.jpg</c>; default none.</summary>
    public string Ending { get; init; } = "";

    /// <summary>
    /// Names of the classes, by index; the labels are then these names or the indices. Null takes them from the labels: whole numbers in
    /// their order, texts sorted by their characters' codes.
    /// </summary>
    public IReadOnlyList<string>? ClassNames { get; init; }

    /// <summary>What the pictures become; by default 3 channels in the first picture's size.</summary>
    public ImageOptions Images { get; init; } = new();
}
