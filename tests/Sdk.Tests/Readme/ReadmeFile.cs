using System.Text.RegularExpressions;
using TrainSdk.Sdk.Tests.Sandbox;

namespace TrainSdk.Sdk.Tests.Readme;

/// <summary>The parts of README.md that claim something.</summary>
internal static partial class ReadmeFile
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Repository.Root, "README.md")).ReplaceLineEndings("\n");

    /// <summary>Blocks that are said to stand in a file of the created project, by that file.</summary>
    public static IReadOnlyList<(string File, string Code)> Excerpts { get; } =
        [.. Excerpt().Matches(Text).Select(match => (match.Groups["file"].Value, match.Groups["code"].Value))];

    /// <summary>Commands of the trained program: what follows <c>dotnet run --</c>, up to the explanation.</summary>
    public static IReadOnlyList<string[]> AppCommands { get; } =
        [.. AppCommand().Matches(Text).Select(match => match.Groups["arguments"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Attributes in the tables, in their order.</summary>
    public static IReadOnlyList<string> Attributes { get; } = [.. AttributeRow().Matches(Text).Select(match => match.Groups["name"].Value)];

    /// <summary>Relative links.</summary>
    public static IReadOnlyList<string> Links { get; } = [.. Link().Matches(Text).Select(match => match.Groups["path"].Value)];

    [GeneratedRegex(@"<!-- excerpt: (?<file>\S+) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Excerpt();

    [GeneratedRegex(@"^dotnet run(?: -- (?<arguments>.*?))?  ", RegexOptions.Multiline)]
    private static partial Regex AppCommand();

    [GeneratedRegex(@"\[`\[(?<name>\w+)(?:<T>)?\]`\]\(docs/attributes/")]
    private static partial Regex AttributeRow();

    [GeneratedRegex(@"\]\((?<path>[^)]+)\)")]
    private static partial Regex Link();
}
