using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Best weights that are kept without a copy, and train on.</summary>
internal sealed class AliasedStateRule : TrapRule
{
    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.AliasedState, "state_dict is kept without a copy",
        "state_dict() holds the weights themselves, so {0} goes on changing with every step; keep copies: "
        + "state_dict().ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope())");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override void Register(CompilationStartAnalysisContext start, TorchSymbols torch) => start.RegisterOperationAction(
        context =>
        {
            var set = (ISimpleAssignmentOperation)context.Operation;
            if (StateIn(set.Value, torch) is { } state && Operations.VariableOf(set.Target) is { } kept && IsKept(kept, set))
            {
                context.ReportDiagnostic(Diagnostic.Create(Trap, state.Syntax.GetLocation(), kept.Name));
            }
        },
        OperationKind.SimpleAssignment);

    private static IInvocationOperation? StateIn(IOperation value, TorchSymbols torch) => Operations.Unwrapped(value) switch
    {
        IInvocationOperation { Arguments: var arguments } call
            when torch.IsModuleCall(call, "state_dict") && arguments.All(static argument => argument.IsImplicit) => call,
        IObjectCreationOperation { Type.Name: "Dictionary", Arguments.Length: 1 } copy => StateIn(copy.Arguments[0].Value, torch),
        _ => null,
    };

    // in a loop: into what is read after it. By chance only: into a field, as best weights are.
    private static bool IsKept(ISymbol variable, IOperation set) => variable is ILocalSymbol or IParameterSymbol
        ? Loops.Around(set) is { } loop && Loops.Outlives(variable, loop) && IsReadAfter(loop, variable)
        : Operations.Around(set).Any(static around => around is ILoopOperation or IConditionalOperation);

    private static bool IsReadAfter(ILoopOperation loop, ISymbol variable) => Operations.BodyAround(loop).DescendantsAndSelf()
        .Any(operation => operation.Syntax.SpanStart >= loop.Syntax.Span.End
            && SymbolEqualityComparer.Default.Equals(Operations.VariableOf(operation), variable));
}
