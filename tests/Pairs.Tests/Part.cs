namespace TrainSdk.Pairs.Tests;

/// <summary>One attribute, or another thing that a class can carry, in a form that shows in a short run.</summary>
/// <param name="Name">What the table calls it: <c>[Ema]</c>.</param>
/// <param name="Attribute">As it is written on the class, without brackets; empty for none.</param>
/// <param name="Apply">What it changes in the loop by hand.</param>
internal sealed record Part(string Name, string Attribute, Func<Recipe, Recipe> Apply)
{
    /// <summary>What it needs the samples to be; null where it takes any.</summary>
    public TargetKind? Target { get; init; }

    /// <summary>Whether it needs the samples to be images of bytes.</summary>
    public bool HasImages { get; init; }

    /// <summary>Members of the class that belong to it.</summary>
    public string Members { get; init; } = "";
}
