using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>An <c>await</c> while a dispose scope is open, which belongs to the thread that opened it.</summary>
internal sealed class AwaitInScopeRule : TrapRule
{
    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.AwaitInScope, "A dispose scope does not follow an await",
        "A DisposeScope belongs to the thread that opened it, and after this await the method may go on in another: tensors made there are "
        + "not disposed, and the first thread's scope stays open; close the scope before the await");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override void Register(CompilationStartAnalysisContext start, TorchSymbols torch) => start.RegisterOperationAction(
        context =>
        {
            if (ScopeAround(context.Operation, torch))
            {
                context.ReportDiagnostic(Diagnostic.Create(Trap, context.Operation.Syntax.GetLocation()));
            }
        },
        OperationKind.Await);

    private static bool ScopeAround(IOperation operation, TorchSymbols torch)
    {
        var inner = operation;
        foreach (var around in Operations.Around(operation))
        {
            var isOpen = around switch
            {
                IUsingOperation used => !Operations.IsInside(operation, used.Resources) && Scopes.AreOpenedBy(used.Resources, torch),
                IBlockOperation block => block.Operations.TakeWhile(statement => statement != inner)
                    .OfType<IUsingDeclarationOperation>().Any(used => Scopes.AreOpenedBy(used.DeclarationGroup, torch)),
                _ => false,
            };
            if (isOpen)
            {
                return true;
            }
            inner = around;
        }
        return false;
    }
}
