using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary><c>equal</c>, which compares element by element, where one answer is wanted.</summary>
internal sealed class EqualAsBooleanRule : TrapRule
{
    private static readonly HashSet<string> Elementwise = ["equal", "eq"];

    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.EqualAsBoolean, "equal compares element by element",
        "{0} gives a tensor with one truth value per element, which has no single one unless it has a single element; "
        + "write '{1}' to compare shapes and all elements");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override void Register(CompilationStartAnalysisContext start, TorchSymbols torch) =>
        start.RegisterOperationAction(context => Check(context, torch), OperationKind.Invocation, OperationKind.Conversion);

    private void Check(OperationAnalysisContext context, TorchSymbols torch)
    {
        var compared = Operations.Unwrapped(context.Operation switch
        {
            IInvocationOperation call when IsRead(call, torch) => Operations.ReceiverOf(call),
            IConversionOperation { Type.SpecialType: SpecialType.System_Boolean, OperatorMethod: not null } conversion =>
                conversion.Operand,
            _ => null,
        });
        if (Sides(compared, torch) is { } sides)
        {
            context.ReportDiagnostic(Diagnostic.Create(
                Trap, compared!.Syntax.GetLocation(), sides.Written, $"{sides.Left.Syntax}.Equals({sides.Right.Syntax})"));
        }
    }

    private static bool IsRead(IInvocationOperation call, TorchSymbols torch) => torch.IsTensorCall(call, "ToBoolean")
        || (torch.IsTensorCall(call, "item") && call.Type?.SpecialType == SpecialType.System_Boolean);

    private static (string Written, IOperation Left, IOperation Right)? Sides(IOperation? compared, TorchSymbols torch) => compared switch
    {
        IInvocationOperation { Instance: { } left, Arguments.Length: 1 } call
            when Elementwise.Contains(call.TargetMethod.Name) && torch.Declares(call.TargetMethod)
            && IsBetweenTensors(left, call.Arguments[0].Value, torch)
            => (call.TargetMethod.Name, left, call.Arguments[0].Value),
        IInvocationOperation { Instance: null, Arguments.Length: 2 } call
            when Elementwise.Contains(call.TargetMethod.Name) && torch.Declares(call.TargetMethod)
            && IsBetweenTensors(call.Arguments[0].Value, call.Arguments[1].Value, torch)
            => (call.TargetMethod.Name, call.Arguments[0].Value, call.Arguments[1].Value),
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } binary
            when torch.Declares(binary.OperatorMethod) && IsBetweenTensors(binary.LeftOperand, binary.RightOperand, torch)
            => ("==", binary.LeftOperand, binary.RightOperand),
        _ => null,
    };

    // a number that is converted to a tensor has one element, and the other side probably too
    private static bool IsBetweenTensors(IOperation left, IOperation right, TorchSymbols torch) =>
        torch.IsTensor(Operations.Unwrapped(left)?.Type) && torch.IsTensor(Operations.Unwrapped(right)?.Type)
        && Operations.Unwrapped(left) is not IConversionOperation && Operations.Unwrapped(right) is not IConversionOperation;
}
