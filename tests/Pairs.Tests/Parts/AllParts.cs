namespace TrainSdk.Pairs.Tests;

/// <summary>Everything that a class can carry, and all pairs of it.</summary>
internal static class AllParts
{
    private static readonly Part Nothing = new("nothing", "", static recipe => recipe);

    public static IReadOnlyList<Part> Parts { get; } =
    [
        .. ObjectiveParts.All, .. AugmentationParts.All, .. OptimizerParts.All, .. ScheduleParts.All, .. StabilityParts.All,
        .. TransferParts.All,
    ];

    public static IReadOnlyList<Pair> Pairs { get; } =
        [.. Parts.SelectMany(static (first, at) => Parts.Skip(at + 1).Select(second => new Pair(first, second)))];

    /// <summary>Each by itself.</summary>
    public static IReadOnlyList<Pair> Alone { get; } = [.. Parts.Select(static part => new Pair(part, Nothing))];
}
