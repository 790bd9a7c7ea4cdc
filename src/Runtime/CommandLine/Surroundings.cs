using System.Collections;

namespace TrainSdk.CommandLine;

/// <summary>What a command sees of the process around it.</summary>
/// <param name="Output">Where results go.</param>
/// <param name="Error">Where complaints and warnings go.</param>
/// <param name="Environment">Environment variables.</param>
internal sealed record Surroundings(TextWriter Output, TextWriter Error, IDictionary Environment)
{
    /// <summary>The console and the environment of this process.</summary>
    public static Surroundings OfProcess() => new(Console.Out, Console.Error, System.Environment.GetEnvironmentVariables());
}
