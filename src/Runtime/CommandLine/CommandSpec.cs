namespace TrainSdk.CommandLine;

/// <summary>A command: what it is called and what it takes.</summary>
/// <param name="Name">As typed.</param>
/// <param name="Help">What it does, in one line.</param>
/// <param name="Options">Its options, in the order in which they are shown.</param>
internal sealed record CommandSpec(string Name, string Help, IReadOnlyList<OptionSpec> Options)
{
    /// <summary>Its arguments as <c>--help</c> shows them; empty where it takes none.</summary>
    public string Arguments { get; init; } = "";

    /// <summary>Fewest arguments.</summary>
    public int FewestArguments { get; init; }

    /// <summary>Most arguments.</summary>
    public int MostArguments { get; init; }
}
