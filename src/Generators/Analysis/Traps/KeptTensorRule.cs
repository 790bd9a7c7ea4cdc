using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>A loss that is summed or collected over the steps together with its graph.</summary>
internal sealed class KeptTensorRule : TrapRule
{
    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.KeptTensor, "A tensor is kept across steps",
        "{0} is kept in {1} across steps with the graph that it came from, so memory grows with every step, and in a DisposeScope it is "
        + "gone after the step; keep its value, {0}.ToSingle(), or {0}.detach().DetachFromDisposeScope()");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override void Register(CompilationStartAnalysisContext start, TorchSymbols torch) => start.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (torch.IsTensorCall(call, "backward")
                && Operations.VariableOf(call.Instance) is ILocalSymbol loss && Loops.Around(call) is { } loop
                && !IsDetached(loss, loop, torch))
            {
                Check(context, loss, loop, torch);
            }
        },
        OperationKind.Invocation);

    private static void Check(OperationAnalysisContext context, ILocalSymbol loss, ILoopOperation loop, TorchSymbols torch)
    {
        foreach (var operation in Operations.Within(loop.Body))
        {
            if (KeptIn(operation, loss, torch) is { } kept && Loops.Outlives(kept, loop)
                && !IsDifferentiated(kept, operation, torch) && !Scopes.AreGradientsOff(operation))
            {
                context.ReportDiagnostic(Diagnostic.Create(Trap, operation.Syntax.GetLocation(), loss.Name, kept.Name));
            }
        }
    }

    private static ISymbol? KeptIn(IOperation operation, ILocalSymbol loss, TorchSymbols torch) => operation switch
    {
        ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add } sum
            when Is(sum.Value, loss) && torch.IsTensor(sum.Target.Type) =>
            Operations.VariableOf(sum.Target),
        ISimpleAssignmentOperation set when Operations.Unwrapped(set.Value) is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
            && Operations.VariableOf(set.Target) is { } total
            && ((Is(sum.LeftOperand, total) && Is(sum.RightOperand, loss)) || (Is(sum.LeftOperand, loss) && Is(sum.RightOperand, total))) =>
            total,
        IInvocationOperation { TargetMethod.Name: "Add", Arguments.Length: 1 } add
            when Is(add.Arguments[0].Value, loss) && torch.IsTensor(add.TargetMethod.Parameters[0].Type) =>
            Operations.VariableOf(add.Instance),
        _ => null,
    };

    private static bool Is(IOperation operation, ISymbol variable) =>
        SymbolEqualityComparer.Default.Equals(Operations.VariableOf(operation), variable);

    // a sum that is differentiated itself needs the graph
    private static bool IsDifferentiated(ISymbol kept, IOperation operation, TorchSymbols torch) =>
        Operations.BodyAround(operation).DescendantsAndSelf().OfType<IInvocationOperation>()
            .Any(call => torch.IsTensorCall(call, "backward") && call.Instance is { } instance && Is(instance, kept));

    private static bool IsDetached(ILocalSymbol loss, ILoopOperation loop, TorchSymbols torch) => Operations.Within(loop.Body)
        .OfType<ISimpleAssignmentOperation>()
        .Any(set => Is(set.Target, loss)
            && set.Value.DescendantsAndSelf().OfType<IInvocationOperation>().Any(call => torch.IsTensorCall(call, "detach")));
}
