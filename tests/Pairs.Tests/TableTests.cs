using System.Runtime.CompilerServices;
using System.Text;

namespace TrainSdk.Pairs.Tests;

/// <summary>The page that says which attributes go together is what the compiler says.</summary>
public sealed class TableTests
{
    private static readonly string Page = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "docs", "attributes", "Pairs.md"));

    [Fact]
    public void The_page_is_what_the_compiler_says()
    {
        var text = File.ReadAllText(Page).ReplaceLineEndings("\n");
        var table = Table();
        var start = text.IndexOf("| attribute |", StringComparison.Ordinal);
        var found = start < 0 ? "" : text[start..];
        Assert.True(found.TrimEnd() == table.TrimEnd(), $"{Page} should end with\n{table}");
    }

    [Fact]
    public void No_attribute_is_left_out()
    {
        var attributes = typeof(HyperparamsAttribute).Assembly.GetExportedTypes()
            .Where(static type => type.BaseType == typeof(Attribute) && type.Namespace == typeof(HyperparamsAttribute).Namespace)
            .Where(static type => type != typeof(HyperparamsAttribute))
            .Select(static type => $"[{type.Name.Split("Attribute")[0]}]");
        Assert.Empty(attributes.Except(AllParts.Parts.Select(static part => part.Name)));
    }

    [Fact]
    public void Every_pair_is_there()
    {
        var parts = AllParts.Parts.Count;
        Assert.Equal(parts * (parts - 1) / 2, AllParts.Pairs.Count);
        Assert.Equal(parts, AllParts.Parts.DistinctBy(static part => part.Name).Count());
    }

    private static string Table()
    {
        var text = new StringBuilder("| attribute | goes with | refused with |\n|---|---|---|\n");
        foreach (var part in AllParts.Parts)
        {
            var pairs = AllParts.Pairs.Where(pair => pair.First == part || pair.Second == part).ToArray();
            var refused = pairs.Where(static pair => Compiled.RefusalsOf(pair).Length > 0).ToArray();
            var reasons = refused.GroupBy(static pair => string.Join(", ", Compiled.RefusalsOf(pair).Select(Link)))
                .Select(alike => $"{string.Join(", ", alike.Select(pair => Partner(pair, part)))}: {alike.Key}");
            var composes = refused.Length == 0 ? "all" : $"the other {pairs.Length - refused.Length}";
            text.Append($"| `{part.Name}` | {composes} | {string.Join("; ", reasons)} |\n");
        }
        return text.ToString();
    }

    private static string Partner(Pair pair, Part part) => $"`{(pair.First == part ? pair.Second : pair.First).Name}`";

    private static string Link(string id) => $"[{id}](../diagnostics/{id}.md)";

    private static string Here([CallerFilePath] string path = "") => path;
}
