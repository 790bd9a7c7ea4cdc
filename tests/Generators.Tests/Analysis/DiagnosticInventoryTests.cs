using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Tests.Harness;
using TrainSdk.Generators.Tests.Pages;

namespace TrainSdk.Generators.Tests.Analysis;

/// <summary>
/// Each diagnostic has an id of its kind, a help link, a line in the release notes, a page, and tests of its own. That there is code which
/// gets it, code beside it which does not, a way to silence it and a fix, is what DiagnosticPageTests ask of its page.
/// </summary>
public sealed class DiagnosticInventoryTests
{
    private static readonly string[] PageSections = ["## Cause", "## Fix", "## Suppress"];

    private static readonly DiagnosticDescriptor[] All = [.. Analyzers.All.SelectMany(static analyzer => analyzer.SupportedDiagnostics)];

    public static TheoryData<string> Ids => [.. All.Select(static descriptor => descriptor.Id)];

    [Fact]
    public void Every_id_is_declared_once() => Assert.Equal(
        typeof(Model.DiagnosticIds).GetFields().Select(static field => (string)field.GetRawConstantValue()!).Order(),
        All.Select(static descriptor => descriptor.Id).Order());

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_is_complete(string id)
    {
        var descriptor = Of(id);
        Assert.Matches("^TRAIN[123][0-9]{3}$", id);
        Assert.Equal(id.StartsWith("TRAIN1", StringComparison.Ordinal), descriptor.DefaultSeverity == DiagnosticSeverity.Error);
        Assert.Equal($"https://trainsdk.dev/diagnostics/{id}", descriptor.HelpLinkUri);
        Assert.Contains($"{id} | TrainSdk | {descriptor.DefaultSeverity} | {descriptor.Title}", ReleaseNotes(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Advice_stays_advice_where_warnings_are_errors(string id)
    {
        var targets = XDocument.Load(Repository.PathOf("src", "Sdk", "targets", "TrainSdk.Defaults.targets"));
        var advice = targets.Descendants("WarningsNotAsErrors").SelectMany(static list => list.Value.Split(';'));
        Assert.Equal(Of(id).DefaultSeverity != DiagnosticSeverity.Error, advice.Contains(id));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_has_a_page(string id)
    {
        var page = File.ReadAllText(Repository.PathOf("docs", "diagnostics", $"{id}.md"));
        Assert.StartsWith($"# {id}: {Of(id).Title}\n", page, StringComparison.Ordinal);
        Assert.All(PageSections, section => Assert.Contains(section, page, StringComparison.Ordinal));
        Assert.True(page.Split("```csharp").Length >= 3, "the page shows bad and good code");
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void It_has_tests(string id)
    {
        Assert.True(IsNamedIn("Analysis", id), $"tests/Generators.Tests/Analysis names no \"{id}\"");
        Assert.True(DiagnosticPageTests.Unfixed.ContainsKey(id) || IsNamedIn("Fixes", id), $"tests/Generators.Tests/Fixes names no \"{id}\"");
    }

    private static bool IsNamedIn(string folder, string id) => Repository.Sources("tests", "Generators.Tests", folder)
        .Any(file => File.ReadAllText(file).Contains($"\"{id}\"", StringComparison.Ordinal));

    private static DiagnosticDescriptor Of(string id) => All.Single(descriptor => descriptor.Id == id);

    private static string ReleaseNotes() => string.Concat(
        File.ReadAllText(Repository.PathOf("src", "Generators", "AnalyzerReleases.Unshipped.md")),
        File.ReadAllText(Repository.PathOf("src", "Generators", "AnalyzerReleases.Shipped.md")));
}
