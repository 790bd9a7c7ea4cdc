using TrainSdk.Settings;

namespace TrainSdk.CommandLine;

/// <summary>One of the things that <c>check</c> or <c>find</c> does.</summary>
internal interface ICheck<TSettings>
    where TSettings : class, new()
{
    /// <summary>As typed.</summary>
    string Name { get; }

    /// <summary>What it does, in half a line.</summary>
    string Help { get; }

    /// <summary>Options of its own.</summary>
    IReadOnlyList<OptionSpec> Options { get; }

    /// <summary>Does it.</summary>
    /// <returns>The exit code.</returns>
    int Run(ParsedArguments arguments, EffectiveSettings<TSettings> effective);
}
