namespace TrainSdk.Pairs.Tests;

/// <summary>Everything that a class can carry, and all pairs of it.</summary>
internal static class AllParts
{
    public static IReadOnlyList<Part> Parts { get; } =
    [
        .. ObjectiveParts.All, .. OptimizerParts.All, .. ScheduleParts.All, .. StabilityParts.All,
        .. TransferParts.All,
    ];

    public static IReadOnlyList<Pair> Pairs { get; } =
        [.. Parts.SelectMany(static (first, at) => Parts.Skip(at + 1).Select(second => new Pair(first, second)))];
}
