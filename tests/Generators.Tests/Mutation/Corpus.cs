using Microsoft.CodeAnalysis.CSharp;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Mutation;

/// <summary>
/// The sound and the ill sources that mutants are made of: models of every kind, an ejected loop, a loop by hand. Each is one file or several.
/// Where a source says <c>Corpus</c>, a mutant writes a name of its own, so that many of them fit into one compilation.
/// </summary>
internal static class Corpus
{
    private const string Name = "Corpus";

    private static readonly string[] Ejected =
    [
        ModelSource.With("[Hyperparams, AdamW, Warmup(5), Metric<F1>]", "partial void OnStepEnd(in TrainSdk.Training.StepSummary step) { }")
            .Replace("[Hyperparams,", $"namespace {Name};\n[Hyperparams,", StringComparison.Ordinal),
    ];

    private static readonly string[][] All =
    [
        .. Of("Mutation", "Sources"), .. Of("Mutation", "Sources"), .. Of("HealthyModels"), .. Of("IllProjects"),
        [.. Ejected, EjectRun.Of("MyModel", Ejected).Of("Training")],
    ];

    /// <summary>The files of a source under a name of their own, in turns by number.</summary>
    public static string[] Take(int number) =>
        [.. All[number % All.Length].Select(text => text.Replace(Name, $"M{number}", StringComparison.Ordinal))];

    private static IEnumerable<string[]> Of(params string[] folder) =>
        Repository.Sources(["tests", "Generators.Tests", .. folder]).Select(static file => new[] { InNamespace(File.ReadAllText(file)) });

    // Models as the template writes them stand in no namespace, and some rely on the SDK's usings.
    private static string InNamespace(string text)
    {
        if (text.Contains(Name, StringComparison.Ordinal))
        {
            return text;
        }
        var usings = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot().Usings;
        return usings.Count == 0
            ? $"{ModelSource.Usings}namespace {Name};\n{text}"
            : text.Insert(usings.Last().Span.End, $"\nnamespace {Name};\n");
    }
}
