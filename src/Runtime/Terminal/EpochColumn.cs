using Spectre.Console;
using TrainSdk.Recording;

namespace TrainSdk.Terminal;

/// <summary>A column of the table of epochs.</summary>
/// <param name="Name">What stands above it.</param>
/// <param name="Rank">The lower, the longer it stays where the terminal is too narrow for all.</param>
/// <param name="Least">Characters at least.</param>
/// <param name="Cell">Its text for an epoch.</param>
internal sealed record EpochColumn(string Name, int Rank, int Least, Func<EpochSummary, string> Cell)
{
    /// <summary>How it looks for an epoch.</summary>
    public Func<EpochSummary, Style> Look { get; init; } = static _ => Looks.Plain;

    /// <summary>Characters.</summary>
    public int Width => Math.Max(Name.Length, Least);
}
