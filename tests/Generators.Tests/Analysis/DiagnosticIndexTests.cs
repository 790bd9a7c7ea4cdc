using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

/// <summary>docs/diagnostics/README.md lists every diagnostic: the compiler's from the release notes, the build's from their pages.</summary>
public sealed class DiagnosticIndexTests
{
    private static readonly string Folder = Repository.PathOf("docs", "diagnostics");

    private static readonly (string Prefix, string Heading)[] Kinds =
    [
        ("TRAIN1", "## TRAIN1xxx: contradictions"),
        ("TRAIN2", "## TRAIN2xxx: practice"),
        ("TRAIN3", "## TRAIN3xxx: traps of TorchSharp"),
        ("TRAIN9", "## TRAIN9xxx: the build"),
    ];

    [Fact]
    public void The_index_is_complete()
    {
        var index = File.ReadAllText(Path.Combine(Folder, "README.md"));
        Assert.All(Kinds, kind => Assert.Contains($"{kind.Heading}\n\n", index, StringComparison.Ordinal));
        foreach (var (prefix, _) in Kinds)
        {
            var table = Table(prefix);
            Assert.True(index.Contains(table, StringComparison.Ordinal), $"docs/diagnostics/README.md wants this table:\n{table}");
        }
    }

    private static string Table(string prefix) => string.Concat(
        Rows().Where(row => row.Id.StartsWith(prefix, StringComparison.Ordinal))
            .OrderBy(static row => row.Id, StringComparer.Ordinal)
            .Select(static row => $"| [{row.Id}]({row.Id}.md) | {row.Severity} | {row.Title} |\n")
            .Prepend("| id | severity | what it says |\n|---|---|---|\n"));

    private static IEnumerable<(string Id, string Severity, string Title)> Rows() => OfCompiler().Concat(OfBuild());

    private static IEnumerable<(string Id, string Severity, string Title)> OfCompiler() =>
        from file in new[] { "AnalyzerReleases.Shipped.md", "AnalyzerReleases.Unshipped.md" }
        from line in File.ReadAllLines(Repository.PathOf("src", "Generators", file))
        where line.StartsWith("TRAIN", StringComparison.Ordinal)
        let parts = line.Split(" | ", 4)
        select (parts[0], parts[2], parts[3]);

    // "# TRAIN9001: title", an empty line, "Error, at build."
    private static IEnumerable<(string Id, string Severity, string Title)> OfBuild() =>
        from page in Directory.EnumerateFiles(Folder, "TRAIN9*.md")
        let lines = File.ReadAllLines(page)
        select (Path.GetFileNameWithoutExtension(page), lines[2].Split(',')[0], lines[0].Split(": ", 2)[1]);
}
