using Microsoft.CodeAnalysis.Diagnostics;

namespace TrainSdk.Generators.Tests.Harness;

/// <summary>The analyzers that the package brings.</summary>
internal static class Analyzers
{
    public static IReadOnlyList<DiagnosticAnalyzer> All { get; } =
    [
        .. typeof(TrainerGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The ids of all diagnostics.</summary>
    public static IEnumerable<string> Ids => All.SelectMany(static analyzer => analyzer.SupportedDiagnostics).Select(static descriptor => descriptor.Id);

    /// <summary>The analyzer that reports a diagnostic.</summary>
    public static DiagnosticAnalyzer Of(string id) => All.Single(analyzer => analyzer.SupportedDiagnostics.Any(descriptor => descriptor.Id == id));
}
