using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Values that are read out of tensors, or printed, in every forward pass.</summary>
internal sealed class ReadInForwardRule : ModuleRule
{
    private static readonly HashSet<string> Reads =
    [
        "item", "cpu", "print", "ToSingle", "ToDouble", "ToHalf", "ToBFloat16", "ToSByte", "ToByte", "ToInt16", "ToInt32", "ToInt64",
        "ToBoolean", "ToScalar",
    ];

    private static readonly DiagnosticDescriptor Trap = Analysis.Descriptor.Warning(
        DiagnosticIds.ReadInForward, "forward waits for a value",
        "{0} in forward {1} in every pass; {2}");

    /// <inheritdoc/>
    public override DiagnosticDescriptor Descriptor => Trap;

    /// <inheritdoc/>
    public override IEnumerable<Diagnostic> Check(ModuleReview module) => module.Bodies
        .Where(static body => body.Member is IMethodSymbol { Name: "forward", IsOverride: true })
        .SelectMany(static body => body.All)
        .Select(operation => (Operation: operation, Complaint: Complaint(operation, module.Torch)))
        .Where(static found => found.Complaint is not null && !IsMeant(found.Operation))
        .Select(static found => found.Complaint!);

    private static Diagnostic? Complaint(IOperation operation, TorchSymbols torch)
    {
        const string Waits = "makes the processor wait for the device, and takes the value out of the graph,";
        const string Compute = "compute with tensors, and read values outside of the model";
        return operation switch
        {
            IInvocationOperation call when Reads.Contains(call.TargetMethod.Name) && torch.IsTensorCall(call, call.TargetMethod.Name) =>
                Diagnostic.Create(Trap, call.Syntax.GetLocation(), call.TargetMethod.Name + "()", Waits, Compute),
            IConversionOperation { OperatorMethod: { } method, Operand: var tensor } conversion
                when torch.IsTensor(tensor.Type) && torch.Declares(method) && !torch.IsTensor(conversion.Type) =>
                Diagnostic.Create(
                    Trap, conversion.Syntax.GetLocation(), $"The conversion to {conversion.Type?.ToDisplayString()}", Waits, Compute),
            IInvocationOperation { TargetMethod: { Name: "Write" or "WriteLine", ContainingType.Name: "Console" } } call
                when call.TargetMethod.ContainingType.ToDisplayString() == "System.Console" && !IsConditional(call) =>
                Diagnostic.Create(
                    Trap, call.Syntax.GetLocation(), "Console." + call.TargetMethod.Name, "prints",
                    "print outside of the model, or remove it"),
            _ => null,
        };
    }

    // on the way to an exception, outside of training, or because an operator asks for it
    private static bool IsMeant(IOperation operation)
    {
        for (var around = operation.Parent; around is not null; around = around.Parent)
        {
            var isMeant = around switch
            {
                IThrowOperation => true,
                IConditionalOperation conditional => MentionsTraining(conditional.Condition),
                IInvocationOperation call => call.TargetMethod.Name.StartsWith("pack_", StringComparison.Ordinal),
                _ => false,
            };
            if (isMeant)
            {
                return true;
            }
        }
        return false;
    }

    private static bool MentionsTraining(IOperation condition) => condition.DescendantsAndSelf()
        .Any(static part => part is IPropertyReferenceOperation { Property.Name: "training" });

    private static bool IsConditional(IOperation operation) => Operations.Around(operation).Any(static around =>
        around is IConditionalOperation or ISwitchOperation or ISwitchExpressionOperation);
}
