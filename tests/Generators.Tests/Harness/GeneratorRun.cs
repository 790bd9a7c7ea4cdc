using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TrainSdk.Generators.Analysis;

namespace TrainSdk.Generators.Tests.Harness;

/// <summary>Runs the generator and the analyzer over source text.</summary>
internal static class GeneratorRun
{
    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.CSharp13, DocumentationMode.Diagnose);

    public static CSharpCompilation Compile(params string[] sources) => CSharpCompilation.Create(
        "Models",
        sources.Select((source, at) => CSharpSyntaxTree.ParseText(source, ParseOptions, path: $"Source{at}.cs")),
        References.All,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    public static CSharpGeneratorDriver Driver(bool trackSteps = false) => CSharpGeneratorDriver.Create(
        [new TrainerGenerator().AsSourceGenerator()],
        parseOptions: ParseOptions,
        driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackSteps));

    public static Generated Of(params string[] sources)
    {
        var driver = Driver().RunGeneratorsAndUpdateCompilation(Compile(sources), out var compilation, out var ofGenerator);
        var result = driver.GetRunResult().Results.Single();
        Assert.Null(result.Exception);
        return new Generated(
            result.GeneratedSources.ToDictionary(static source => source.HintName, static source => source.SourceText.ToString()),
            [.. ofGenerator, .. compilation.GetDiagnostics().Where(IsComplaint)]);
    }

    /// <summary>What the analyzer of contradictions reports, after generation, as the compiler would.</summary>
    public static Task<ImmutableArray<Diagnostic>> Analyze(params string[] sources) => Analyze([new TrainAnalyzer()], sources);

    /// <summary>What some analyzers report, after generation, as the compiler would.</summary>
    public static Task<ImmutableArray<Diagnostic>> Analyze(IEnumerable<DiagnosticAnalyzer> analyzers, params string[] sources) =>
        Analyze(analyzers, backend: "", sources);

    /// <summary>The same in a project with a <c>TrainBackend</c>; empty for a project that has none.</summary>
    public static async Task<ImmutableArray<Diagnostic>> Analyze(IEnumerable<DiagnosticAnalyzer> analyzers, string backend, string[] sources)
    {
        Driver().RunGeneratorsAndUpdateCompilation(Compile(sources), out var compilation, out _);
        var options = new AnalyzerOptions([], new BuildProperties(("build_property.TrainBackend", backend)));
        var found = await compilation.WithAnalyzers([.. analyzers], options).GetAnalyzerDiagnosticsAsync();
        return [.. found.OrderBy(static diagnostic => diagnostic.Location.SourceSpan.Start).ThenBy(static diagnostic => diagnostic.Id, StringComparer.Ordinal)];
    }

    // CS1591: the test sources are not documented, the generated files are
    private static bool IsComplaint(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning
        && !(diagnostic.Id == "CS1591" && diagnostic.Location.SourceTree?.FilePath.StartsWith("Source", StringComparison.Ordinal) == true);
}
