using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
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
        context.RegisterSymbolAction(Check, SymbolKind.NamedType);
    }

    private static void Check(SymbolAnalysisContext context)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (!type.GetAttributes().Any(static data => AttributeReader.NameOf(data) == typeof(HyperparamsAttribute).FullName))
        {
            return;
        }
        var model = new ModelReview(type, context.CancellationToken);
        foreach (var diagnostic in PracticeRules.All.SelectMany(rule => rule.Check(model)))
        {
            context.ReportDiagnostic(diagnostic);
        }
    }
}
