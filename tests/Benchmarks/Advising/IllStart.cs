using System.Text.RegularExpressions;
using TrainSdk.Advice;

namespace TrainSdk.Benchmarks.Advising;

/// <summary>A training that is ill, and what it is measured by when its advice was followed.</summary>
/// <param name="Run">The training.</param>
/// <param name="Healthy">The recipe for the same data as it should be.</param>
internal sealed partial record IllStart(IllRun Run, IllRun Healthy)
{
    /// <summary>For advice that names no attribute: a piece of the class's text, and what a reader of the advice writes there.</summary>
    public IReadOnlyDictionary<string, (string Before, string After)> ByHand { get; init; } = new Dictionary<string, (string, string)>();

    /// <summary>
    /// The training after a line of advice was followed to the letter: of alternatives the first, its attributes and its options. Null where
    /// it says nothing that could be written.
    /// </summary>
    public IllRun? Follow(IllRun run, Finding finding)
    {
        var edit = finding.Edit.Split(", or ")[0];
        var settings = new Dictionary<string, string>(run.Settings);
        foreach (Match option in Option().Matches(edit))
        {
            settings[option.Groups[1].Value.Replace("-", "", StringComparison.Ordinal)] = option.Groups[2].Value;
        }
        var source = Attribute().Matches(edit).Aggregate(run.Source, static (text, match) => match.Groups["remove"].Success
            ? AttributeEdit.Remove(text, match.Groups["attribute"].Value)
            : AttributeEdit.Apply(text, match.Groups["attribute"].Value));
        if (ByHand.TryGetValue(finding.Id, out var change))
        {
            source = new ModelSource(source.Text.Replace(change.Before, change.After, StringComparison.Ordinal));
        }
        return source == run.Source && settings.Count == run.Settings.Count
            ? null
            : run with { Name = $"{run.Name}+{finding.Id}", Source = source, Settings = settings };
    }

    [GeneratedRegex(@"(?<remove>remove )?(?<attribute>\[[A-Z]\w*(<\w+>)?(\([^\]]*\))?\])", RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"--([a-z-]+) (\S+?)(?=[,;]|$|\s)")]
    private static partial Regex Option();
}
