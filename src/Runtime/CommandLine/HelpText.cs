namespace TrainSdk.CommandLine;

/// <summary>Writes <c>--help</c>.</summary>
internal static class HelpText
{
    private const string Indent = "  ";

    /// <summary>All commands, and the options of the one that needs no name.</summary>
    public static void WriteApp(TextWriter output, string app, IReadOnlyList<CommandSpec> commands, CommandSpec byDefault)
    {
        output.WriteLine($"Usage: {app} [COMMAND] [OPTIONS]");
        output.WriteLine();
        output.WriteLine("Commands:");
        var width = commands.Max(static command => Call(command).Length);
        foreach (var command in commands)
        {
            output.WriteLine($"{Indent}{Call(command).PadRight(width)}  {command.Help}{(command == byDefault ? " (the default)" : "")}");
        }
        output.WriteLine();
        output.WriteLine($"{app} COMMAND --help shows a command's options, {app} --version the versions. Options of {byDefault.Name}:");
        WriteOptions(output, byDefault);
    }

    /// <summary>One command and its options.</summary>
    public static void WriteCommand(TextWriter output, string app, CommandSpec command)
    {
        output.WriteLine($"{Call(command)}: {command.Help}");
        output.WriteLine();
        output.WriteLine($"Usage: {app} {Call(command)}{(command.Options.Count > 0 ? " [OPTIONS]" : "")}");
        WriteOptions(output, command);
    }

    private static string Call(CommandSpec command) => $"{command.Name} {command.Arguments}".TrimEnd();

    private static void WriteOptions(TextWriter output, CommandSpec command)
    {
        var width = command.Options.Select(static option => Call(option).Length).DefaultIfEmpty().Max();
        foreach (var group in command.Options.GroupBy(static option => option.Group))
        {
            output.WriteLine();
            output.WriteLine($"{group.Key}:");
            foreach (var option in group)
            {
                output.WriteLine($"{Indent}{Call(option).PadRight(width)}  {option.Help}{Default(option)}".TrimEnd());
            }
        }
    }

    private static string Call(OptionSpec option) => $"{option.Name} {option.Placeholder}".TrimEnd();

    private static string Default(OptionSpec option) => option.Default.Length > 0 ? $" [default: {option.Default}]" : "";
}
