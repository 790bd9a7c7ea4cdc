extern alias generators;

using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using generators::TrainSdk.Generators;
using generators::TrainSdk.Generators.Analysis;

namespace TrainSdk.Pairs.Tests;

/// <summary>All pairs, compiled once: those that are refused with the ids of the complaints, the others as classes.</summary>
internal static class Compiled
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp13, DocumentationMode.None);
    private const string NotForModels = "TrainSdk.Generators";

    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileNameWithoutExtension(path) != NotForModels)
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly Pair[] All = [.. AllParts.Pairs, .. AllParts.Alone];
    private static readonly Lazy<IReadOnlyDictionary<Pair, string[]>> Complaints = new(Analyze);
    private static readonly Lazy<Assembly> Models = new(Emit);

    /// <summary>Ids of the errors that refuse the pair; none where it composes.</summary>
    public static string[] RefusalsOf(Pair pair) => Complaints.Value[pair];

    /// <summary>The class of a pair that composes.</summary>
    public static Type ModelOf(Pair pair) => Models.Value.GetType(pair.ClassName, throwOnError: true)!;

    private static Dictionary<Pair, string[]> Analyze()
    {
        var byPath = All.ToDictionary(static pair => pair.ClassName);

        // Without the generated loops, of which the analyzer says nothing: the compiler would first bind every line of them.
        var found = Written(All).WithAnalyzers([new TrainAnalyzer()]).GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult()
            .Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            .ToLookup(diagnostic => byPath[diagnostic.Location.SourceTree!.FilePath], static diagnostic => diagnostic.Id);
        return All.ToDictionary(static pair => pair, pair => found[pair].Distinct().Order(StringComparer.Ordinal).ToArray());
    }

    private static Assembly Emit()
    {
        using var stream = new MemoryStream();
        var result = Generated([.. All.Where(static pair => RefusalsOf(pair).Length == 0)]).Emit(stream);
        Assert.Empty(result.Diagnostics.Where(static diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning));
        return Assembly.Load(stream.ToArray());
    }

    private static CSharpCompilation Written(IReadOnlyList<Pair> pairs) => CSharpCompilation.Create(
        "Pairs",
        pairs.Select(static pair => CSharpSyntaxTree.ParseText(pair.Source, Parsing, path: pair.ClassName)),
        References,
        new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static Compilation Generated(IReadOnlyList<Pair> pairs)
    {
        CSharpGeneratorDriver.Create([new TrainerGenerator().AsSourceGenerator()], parseOptions: Parsing)
            .RunGeneratorsAndUpdateCompilation(Written(pairs), out var generated, out _);
        return generated;
    }
}
