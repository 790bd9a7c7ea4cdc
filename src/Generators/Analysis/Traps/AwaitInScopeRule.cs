using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
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
            if (Scopes.IsOpenAt(context.Operation, torch))
            {
                context.ReportDiagnostic(Diagnostic.Create(Trap, context.Operation.Syntax.GetLocation()));
            }
        },
        OperationKind.Await);
}
