using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>A training loop whose tensors wait for the garbage collector.</summary>
internal sealed class LoopWithoutScopeRule : TrapRule
{
    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.LoopWithoutScope, "A training loop without a DisposeScope",
        "No DisposeScope is open in this loop, so the tensors of each step stay in native memory until the garbage collector happens to "
        + "run, which does not see their size; begin the body with 'using var scope = torch.NewDisposeScope();'");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override void Register(CompilationStartAnalysisContext start, TorchSymbols torch) => start.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (torch.IsTensorCall(call, "backward") && Loops.Around(call) is { } loop
                && IsFirst(call, loop, torch) && !IsCaredFor(loop, torch) && !Scopes.IsOpenAt(call, torch))
            {
                context.ReportDiagnostic(Diagnostic.Create(Trap, KeywordOf(loop)));
            }
        },
        OperationKind.Invocation);

    private static bool IsFirst(IInvocationOperation call, ILoopOperation loop, TorchSymbols torch) =>
        Operations.Within(loop.Body).OfType<IInvocationOperation>()
            .FirstOrDefault(other => torch.IsTensorCall(other, "backward") && Loops.Around(other) == loop) is { } first
        && first.Syntax.Span == call.Syntax.Span;

    // by hand: using var loss, loss.Dispose(), scope.DisposeEverything(), or GC.Collect() as older examples have it
    private static bool IsCaredFor(ILoopOperation loop, TorchSymbols torch) =>
        Operations.Within(loop.Body).Any(operation => IsCare(operation, torch));

    private static bool IsCare(IOperation operation, TorchSymbols torch) => operation switch
    {
        IInvocationOperation { TargetMethod: { Name: "Collect", ContainingType.Name: "GC" } } => true,
        IInvocationOperation { TargetMethod.Name: "Dispose" } call when torch.IsTensor(call.Instance?.Type) => true,
        IInvocationOperation call => torch.IsDisposeScope(call.Instance?.Type) || torch.IsDisposeScope(call.Type),
        IUsingDeclarationOperation used => HoldsTensor(used.DeclarationGroup, torch),
        IUsingOperation used => HoldsTensor(used.Resources, torch),
        _ => false,
    };

    private static bool HoldsTensor(IOperation resources, TorchSymbols torch) => resources is IVariableDeclarationGroupOperation group
        && group.Declarations.Any(declaration => declaration.Declarators.Any(declarator => torch.IsTensor(declarator.Symbol.Type)));

    private static Location KeywordOf(ILoopOperation loop) => loop.Syntax switch
    {
        CommonForEachStatementSyntax each => each.ForEachKeyword.GetLocation(),
        ForStatementSyntax counted => counted.ForKeyword.GetLocation(),
        WhileStatementSyntax repeated => repeated.WhileKeyword.GetLocation(),
        DoStatementSyntax repeated => repeated.DoKeyword.GetLocation(),
        var other => other.GetLocation(),
    };
}
