using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TrainSdk.Benchmarks.Analyzers;

/// <summary>
/// What every project with analyzers pays: symbols with their attributes, and the tree of operations. The SDK's own analyzers ask for both.
/// </summary>
internal sealed class DoNothingAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Silent = new(
        "BENCH1", "Nothing", "Nothing", "Benchmarks", DiagnosticSeverity.Info, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Silent];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolAction(static symbol => _ = symbol.Symbol.GetAttributes(), SymbolKind.NamedType);
        context.RegisterOperationAction(static _ => { }, OperationKind.Invocation, OperationKind.Await, OperationKind.Loop);
    }
}
