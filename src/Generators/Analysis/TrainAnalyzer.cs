using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TrainSdk.Generators.Features;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis;

/// <summary>Says what is wrong with a model class and its attributes while they are typed. The generator itself is silent.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class TrainAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

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
        var attributes = type.GetAttributes()
            .Where(static data => FeatureCatalog.PositionOf(AttributeReader.NameOf(data)) is not null)
            .ToArray();
        if (attributes.Length == 0)
        {
            return;
        }
        var found = AttributeReader.MarkerOf(attributes) is not null
            ? OfModel(type, attributes, context)
            : OrphanCheck.Check(attributes, context.CancellationToken);
        foreach (var diagnostic in found)
        {
            context.ReportDiagnostic(diagnostic);
        }
    }

    private static IEnumerable<Diagnostic> OfModel(INamedTypeSymbol type, AttributeData[] attributes, SymbolAnalysisContext context)
    {
        var cancel = context.CancellationToken;
        var plan = ReviewedModels.PlanOf(type, cancel);
        return
        [
            .. ClassCheck.Check(type, cancel),
            .. ConstructorCheck.Check(type, plan),
            .. AttributeCheck.Check(plan, attributes, cancel),
            .. BackendCheck.Check(attributes, BackendCheck.Of(context.Options), cancel),
        ];
    }
}
