namespace TrainSdk.CommandLine;

/// <summary>One thing that a trained app can do.</summary>
internal interface ICommand
{
    /// <summary>What it is called and what it takes.</summary>
    CommandSpec Spec { get; }

    /// <summary>Does it.</summary>
    /// <returns>What to tell the shell.</returns>
    int Run(ParsedArguments arguments);
}
