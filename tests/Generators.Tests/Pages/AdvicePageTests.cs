using System.Text.RegularExpressions;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Pages;

/// <summary>docs/advice.md tells of every finding, in the order in which they are told of.</summary>
public sealed class AdvicePageTests
{
    [Fact]
    public void Every_finding_has_its_row()
    {
        var classes = Directory.GetFiles(Repository.PathOf("src", "Runtime", "Advice", "Findings"), "*.cs")
            .ToDictionary(static path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);
        var catalog = File.ReadAllText(Repository.PathOf("src", "Runtime", "Advice", "FindingCatalog.cs"));
        var ids = Regex.Matches(catalog, @"new (\w+)\(\),").Select(match => Regex.Match(classes[match.Groups[1].Value], "Id => \"([a-z-]+)\"").Groups[1].Value);
        var rows = Regex.Matches(File.ReadAllText(Repository.PathOf("docs", "advice.md")), @"^\| `([a-z-]+)` \|", RegexOptions.Multiline);
        Assert.Equal(ids, rows.Select(static row => row.Groups[1].Value));
        Assert.Equal(classes.Count, rows.Count);
    }
}
