using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Gathers what each module class does, over all of its files, and asks the rules about it.</summary>
internal static class ModuleReviewer
{
    public static void Register(CompilationStartAnalysisContext start, TorchSymbols torch)
    {
        var uses = new ModuleUses(start.Compilation, torch);
        start.RegisterSymbolStartAction(
            context =>
            {
                var type = (INamedTypeSymbol)context.Symbol;
                if (type.TypeKind == TypeKind.Class && torch.IsModule(type))
                {
                    Register(context, type, torch, uses);
                }
            },
            SymbolKind.NamedType);
    }

    private static void Register(SymbolStartAnalysisContext context, INamedTypeSymbol type, TorchSymbols torch, ModuleUses uses)
    {
        var bodies = new ConcurrentBag<ModuleBody>();
        context.RegisterOperationBlockAction(block =>
        {
            if (!SymbolEqualityComparer.Default.Equals(block.OwningSymbol.ContainingType, type))
            {
                return;
            }
            foreach (var operation in block.OperationBlocks)
            {
                bodies.Add(new ModuleBody(block.OwningSymbol, operation));
            }
        });
        context.RegisterSymbolEndAction(end =>
        {
            var ordered = bodies.OrderBy(static body => body.Code.Syntax.SyntaxTree.FilePath, StringComparer.Ordinal)
                .ThenBy(static body => body.Code.Syntax.SpanStart).ToArray();
            var review = new ModuleReview(type, torch, uses, ordered, end.CancellationToken);
            foreach (var diagnostic in TrapRules.OfModules.SelectMany(rule => rule.Check(review)))
            {
                end.ReportDiagnostic(diagnostic);
            }
        });
    }
}
