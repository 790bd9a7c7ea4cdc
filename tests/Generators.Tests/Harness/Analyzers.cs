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
}
