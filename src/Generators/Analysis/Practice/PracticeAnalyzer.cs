using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TrainSdk.Generators.Analysis.Networks;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis.Practice;

/// <summary>Says what a good practitioner would do otherwise in a model class: warnings and notes, each with its reason.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class PracticeAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. PracticeRules.All.Select(static rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterSymbolStartAction(Start, SymbolKind.NamedType);
    }

    private static void Start(SymbolStartAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!TorchCalls.IsModule(type))
        {
            return;
        }
        var blocks = new ConcurrentBag<(ISymbol Owner, IOperation Block)>();
        context.RegisterOperationBlockAction(member =>
        {
            // a class inside it has a start of its own
            if (SymbolEqualityComparer.Default.Equals(member.OwningSymbol.ContainingType, type))
            {
                foreach (var block in member.OperationBlocks)
                {
                    blocks.Add((member.OwningSymbol, block));
                }
            }
        });
        context.RegisterSymbolEndAction(end => Check(type, blocks, end));
    }

    private static void Check(INamedTypeSymbol type, IEnumerable<(ISymbol Owner, IOperation Block)> blocks, SymbolAnalysisContext context)
    {
        var isModel = AttributeReader.MarkerOf(type.GetAttributes()) is not null;
        var model = new ModelReview(new ClassCode(type, blocks), BackendCheck.Of(context.Options), context.CancellationToken);
        foreach (var diagnostic in PracticeRules.All.Where(rule => isModel || rule.HoldsForBlocks).SelectMany(rule => rule.Check(model)))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
