using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary><c>forward</c> of another module, called past its hooks.</summary>
internal sealed class ForwardCalledRule : TrapRule
{
    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.ForwardCalled, "forward runs a module without its hooks",
        "forward runs {0} without its hooks, on which summaries, probes and mixed precision of an LSTM rely; write '{0}.call(…)'");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override void Register(CompilationStartAnalysisContext start, TorchSymbols torch) => start.RegisterOperationAction(
        context =>
        {
            var call = (IInvocationOperation)context.Operation;
            if (call.TargetMethod is { Name: "forward", IsStatic: false }
                && call.Instance is { } module && Operations.Unwrapped(module) is not IInstanceReferenceOperation
                && torch.IsModule(module.Type) && HasCall(call))
            {
                context.ReportDiagnostic(Diagnostic.Create(Trap, NameOf(call), TextOf(module)));
            }
        },
        OperationKind.Invocation);

    private static bool HasCall(IInvocationOperation call) => TorchNames.SelfAndBases(call.Instance!.Type)
        .SelectMany(static type => type.GetMembers("call").OfType<IMethodSymbol>())
        .Any(method => method.Parameters.Length == call.TargetMethod.Parameters.Length);

    private static Location NameOf(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }
            ? member.Name.GetLocation()
            : call.Syntax.GetLocation();

    private static string TextOf(IOperation module) =>
        module.Syntax.ToString() is { Length: <= 40 } text && !text.Contains('\n') ? text : "the module";
}
