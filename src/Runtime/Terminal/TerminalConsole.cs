using Spectre.Console;

namespace TrainSdk.Terminal;

/// <summary>Finds out whether somebody watches.</summary>
internal static class TerminalConsole
{
    /// <summary>
    /// The terminal that the standard output is; null where it goes into a file or a pipe, cannot move its cursor (<c>TERM=dumb</c>), or
    /// <c>NO_COLOR</c> or <c>CI</c> asks for plain lines.
    /// </summary>
    public static IAnsiConsole? Find(IReadOnlyDictionary<string, string> environment)
    {
        if (Console.IsOutputRedirected || IsSet("NO_COLOR") || IsSet("CI") || environment.GetValueOrDefault("TERM") == "dumb")
        {
            return null;
        }
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Out) });
        return console.Profile.Capabilities is { Ansi: true, Interactive: true } ? console : null;

        bool IsSet(string name) => environment.TryGetValue(name, out var value) && value.Length > 0;
    }
}
