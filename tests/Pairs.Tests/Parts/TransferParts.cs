namespace TrainSdk.Pairs.Tests;

/// <summary>Which layers learn from when on, and what they start from.</summary>
internal static class TransferParts
{
    public static IReadOnlyList<Part> All { get; } =
    [
        new("[Freeze]", "Freeze(\"backbone\", UntilEpoch = 2)", static recipe => recipe with { FrozenEpochs = 2 }),
        new("[Pretrained]", $"Pretrained(\"backbone.fc\", \"{StartWeights.FileName}\", Strip = \"fc\")", static recipe => recipe with { IsPretrained = true }),
    ];
}
