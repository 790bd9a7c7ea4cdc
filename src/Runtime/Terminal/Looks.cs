using Spectre.Console;

namespace TrainSdk.Terminal;

/// <summary>The few styles there are, in the terminal's own colours.</summary>
internal static class Looks
{
    /// <summary>Names of numbers.</summary>
    public static Style Label { get; } = new(decoration: Decoration.Dim);

    /// <summary>Numbers.</summary>
    public static Style Plain { get; } = Style.Plain;

    /// <summary>The better of several.</summary>
    public static Style Good { get; } = new(Color.Green);

    /// <summary>What went wrong.</summary>
    public static Style Bad { get; } = new(Color.Red);

    /// <summary>What is done, of a bar.</summary>
    public static Style Done { get; } = new(Color.Blue);

    /// <summary>A title.</summary>
    public static Style Title { get; } = new(decoration: Decoration.Bold);
}
