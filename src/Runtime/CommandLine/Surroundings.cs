using System.Collections;

namespace TrainSdk.CommandLine;

/// <summary>What a command sees of the process around it.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where complaints and warnings go.</param>
/// <param name="Environment">Values of the environment variables by name.</param>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, IReadOnlyDictionary<string, string> Environment)
{
    /// <summary>The console and the environment of this process.</summary>
    public static Surroundings OfProcess() => new(Console.Out, Console.Error, System.Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>().ToDictionary(static variable => (string)variable.Key, static variable => variable.Value as string ?? ""));
}
