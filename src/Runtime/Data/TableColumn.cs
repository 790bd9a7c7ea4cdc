namespace TrainSdk.Data;

/// <summary>How a column of a table becomes numbers.</summary>
/// <param name="Name">Its name; empty where columns have none.</param>
public sealed record TableColumn(string Name)
{
    /// <summary>
    /// The texts that it may hold, sorted by their characters' codes; each becomes a number of its own, 1 where the row holds the text and
    /// else 0. Empty for a column of numbers. An empty text stands for a missing value.
    /// </summary>
    public IReadOnlyList<string> Categories
    {
        get;
        init => field = value ?? [];
    } = [];

    /// <summary>Whether a number may be missing; it then counts as the training split's mean.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>Numbers that it becomes.</summary>
    internal int Width => Categories.Count == 0 ? 1 : Categories.Count;

    /// <summary>Names of these numbers.</summary>
    internal IEnumerable<string> ValueNames => Categories.Count == 0 ? [Name] : Categories.Select(category => $"{Name}={category}");

    /// <inheritdoc/>
    public override string ToString() => Categories.Count == 0
        ? $"{Name}: number{(MayBeMissing ? ", may be missing" : "")}"
        : $"{Name}: {Categories.Count} categories ({string.Join(", ", Categories.Select(Shown))})";

    private static string Shown(string category) => category.Length == 0 ? "missing" : category;

    /// <inheritdoc/>
    public bool Equals(TableColumn? other) => other is not null
        && (Name, MayBeMissing) == (other.Name, other.MayBeMissing) && Categories.SequenceEqual(other.Categories);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, MayBeMissing, Categories.Count);
}
