using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>An optimizer of parameters that a later <c>to()</c> replaces.</summary>
internal sealed class OptimizerBeforeMoveRule : TrapRule
{
    private static readonly HashSet<string> Moves = ["to", "cuda", "half", "double", "float", "bfloat16"];
    private static readonly HashSet<string> Listings = ["parameters", "named_parameters"];

    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.OptimizerBeforeMove, "The optimizer is made before the model is moved",
        "{0}() gives {1} new parameters, and the optimizer made before has the old ones: its step() throws or trains nothing; "
        + "move the model first, then make the optimizer");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override void Register(CompilationStartAnalysisContext start, TorchSymbols torch) => start.RegisterOperationAction(
        context => Check(context, torch), OperationKind.Invocation, OperationKind.ObjectCreation);

    private static void Check(OperationAnalysisContext context, TorchSymbols torch)
    {
        if (!torch.IsOptimizer(context.Operation.Type) || ModelOf(context.Operation, torch) is not { } model
            || HolderOf(context.Operation) is not { } optimizer)
        {
            return;
        }
        var made = context.Operation.Syntax.SpanStart;
        var after = Operations.Within(Operations.BodyAround(context.Operation))
            .Where(operation => operation.Syntax.SpanStart > made).ToArray();
        var move = after.OfType<IInvocationOperation>().FirstOrDefault(call =>
            Moves.Contains(call.TargetMethod.Name) && torch.IsModuleCall(call, call.TargetMethod.Name)
            && Is(Operations.ReceiverOf(call), model) && !IsToCpu(call) && !AreBranches(call, context.Operation));
        if (move is null || after.Any(operation => torch.IsOptimizer(operation.Type) && Is(ModelOf(operation, torch), model)))
        {
            return;
        }
        if (after.Any(operation => operation.Syntax.SpanStart > move.Syntax.Span.End && Is(operation, optimizer)))
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Trap, move.Syntax.GetLocation(), [context.Operation.Syntax.GetLocation()], move.TargetMethod.Name, model.Name));
        }
    }

    // the variable whose parameters the optimizer gets
    private static ISymbol? ModelOf(IOperation creation, TorchSymbols torch) =>
        creation is not (IInvocationOperation or IObjectCreationOperation)
            ? null
            : creation.Descendants().OfType<IInvocationOperation>()
                .Where(call => Listings.Contains(call.TargetMethod.Name) && torch.IsModuleCall(call, call.TargetMethod.Name))
                .Select(static call => Operations.VariableOf(call.Instance))
                .FirstOrDefault(static variable => variable is not null);

    private static ISymbol? HolderOf(IOperation creation)
    {
        var around = creation.Parent;
        while (around is IConversionOperation or IVariableInitializerOperation)
        {
            around = around.Parent;
        }
        return around switch
        {
            IVariableDeclaratorOperation declarator => declarator.Symbol,
            ISimpleAssignmentOperation set => Operations.VariableOf(set.Target),
            _ => null,
        };
    }

    private static bool Is(IOperation? operation, ISymbol variable) => Is(Operations.VariableOf(operation), variable);

    private static bool Is(ISymbol? found, ISymbol variable) => SymbolEqualityComparer.Default.Equals(found, variable);

    // a model is made on the CPU: there and back again changes nothing
    private static bool IsToCpu(IInvocationOperation call) => call.Arguments.Any(static argument =>
        Operations.Unwrapped(argument.Value) is IMemberReferenceOperation { Member.Name: "CPU" });

    // of two branches one runs
    private static bool AreBranches(IOperation one, IOperation other) => Operations.Around(one)
        .FirstOrDefault(around => Operations.IsInside(other, around)) is IConditionalOperation or ISwitchOperation;
}
