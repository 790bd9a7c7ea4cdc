namespace TrainSdk.CommandLine;

/// <summary>An option of a command.</summary>
/// <param name="Name">With its dashes: <c>--clip-grad-norm</c>.</param>
/// <param name="Placeholder">What stands for its value in <c>--help</c>; empty where it takes none.</param>
/// <param name="Help">What it does.</param>
/// <param name="Group">Under which title <c>--help</c> shows it.</param>
internal sealed record OptionSpec(string Name, string Placeholder, string Help, string Group)
{
    /// <summary>The value without the option, for <c>--help</c>; empty where it goes without saying.</summary>
    public string Default { get; init; } = "";

    /// <summary>What its value looks like, for error messages.</summary>
    public string Expected { get; init; } = "";

    /// <summary>The value that the option stands for without one; null where it needs one.</summary>
    public string? Implied { get; init; }
}
