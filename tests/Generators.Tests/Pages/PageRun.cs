using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Pages;

/// <summary>What is said of a page's examples.</summary>
/// <param name="Bad">What each bad example gets.</param>
/// <param name="Silenced">What the bad examples get after a pragma.</param>
/// <param name="Good">What each good example gets.</param>
internal sealed record PageRun(IReadOnlyList<Diagnostic[]> Bad, Diagnostic[] Silenced, IReadOnlyList<Diagnostic[]> Good)
{
    private static readonly Lazy<Task<IReadOnlyDictionary<string, PageRun>>> Runs = new(static () => RunAll());

    /// <summary>All pages are analysed at once, each example in a namespace of its own: that takes seconds, one by one a minute.</summary>
    public static async Task<PageRun> Of(string id) => (await Runs.Value)[id];

    private static async Task<IReadOnlyDictionary<string, PageRun>> RunAll()
    {
        var runs = new Dictionary<string, PageRun>();
        var pages = Analyzers.Ids.Select(DiagnosticPage.Of);
        foreach (var project in pages.GroupBy(static page => page.Backend))
        {
            var files = project.ToDictionary(static page => page.Id, static page => page.Files());
            var found = await Analyze(project.Key, [.. files.Values.SelectMany(static files => files.All)]);
            foreach (var (id, (bad, silenced, good)) in files)
            {
                runs[id] = new([.. bad.Select(In)], [.. silenced.SelectMany(In)], [.. good.Select(In)]);
            }
            Diagnostic[] In(string[] example) => [.. example.SelectMany(file => found[file])];
        }
        return runs;
    }

    // by the file, whose text no other has; what is generated is compiled by other tests
    private static async Task<ILookup<string, Diagnostic>> Analyze(string backend, string[] files)
    {
        GeneratorRun.Driver().RunGeneratorsAndUpdateCompilation(GeneratorRun.Compile(files), out var compilation, out _);
        var options = new AnalyzerOptions([], new BuildProperties(("build_property.TrainBackend", backend)));
        var found = await compilation.WithAnalyzers([.. Analyzers.All], options).GetAnalyzerDiagnosticsAsync();
        var errors = compilation.SyntaxTrees.Take(files.Length).SelectMany(tree => compilation.GetSemanticModel(tree).GetDiagnostics())
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        return found.Concat(errors).ToLookup(static diagnostic => diagnostic.Location.SourceTree!.ToString());
    }
}
