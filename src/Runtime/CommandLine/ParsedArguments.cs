namespace TrainSdk.CommandLine;

/// <summary>What was typed.</summary>
/// <param name="Command">The command.</param>
/// <param name="Options">The options given, as text by name with its dashes.</param>
/// <param name="Arguments">What was given without an option.</param>
internal sealed record ParsedArguments(CommandSpec Command, IReadOnlyDictionary<string, string> Options, IReadOnlyList<string> Arguments)
{
    /// <summary>An option's text; null where it was not given.</summary>
    public string? this[OptionSpec option] => Options.GetValueOrDefault(option.Name);
}
