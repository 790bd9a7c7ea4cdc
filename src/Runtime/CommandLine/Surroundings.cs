using System.Collections;
using Spectre.Console;
using TrainSdk.Terminal;

namespace TrainSdk.CommandLine;

/// <summary>What a command sees of the process around it.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where complaints and warnings go.</param>
/// <param name="Environment">Values of the environment variables by name.</param>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>The terminal that <see cref="Output"/> is; null where it is none, or plain lines are wanted.</summary>
    public IAnsiConsole? Terminal { get; init; }

    /// <summary>The console and the environment of this process.</summary>
    public static Surroundings OfProcess()
    {
        var environment = System.Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(static variable => (string)variable.Key, static variable => variable.Value as string ?? "");
        return new(Console.Out, Console.Error, environment) { Terminal = TerminalConsole.Find(environment) };
    }
}
