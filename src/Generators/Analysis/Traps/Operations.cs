using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace TrainSdk.Generators.Analysis.Traps;

/// <summary>Small questions to operations.</summary>
internal static class Operations
{
    /// <summary>What a method is called on: its instance, or the first argument of an extension method.</summary>
    public static IOperation? ReceiverOf(IInvocationOperation call) => Unwrapped(
        call.Instance ?? (call.TargetMethod.IsExtensionMethod ? call.Arguments.FirstOrDefault()?.Value : null));

    /// <summary>The operation below conversions and parentheses.</summary>
    public static IOperation? Unwrapped(IOperation? operation)
    {
        while (true)
        {
            switch (operation)
            {
                case IConversionOperation { OperatorMethod: null } conversion:
                    operation = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    operation = parenthesized.Operand;
                    break;
                default:
                    return operation;
            }
        }
    }

    /// <summary>The field, property, local or parameter that is read or written; null for anything else.</summary>
    public static ISymbol? VariableOf(IOperation? operation) => Unwrapped(operation) switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field when IsOwn(field.Instance) => field.Field,
        IPropertyReferenceOperation { Arguments.IsEmpty: true } property when IsOwn(property.Instance) => property.Property,
        _ => null,
    };

    /// <summary>Whether both are the same variable.</summary>
    public static bool IsSameVariable(IOperation? left, IOperation? right) =>
        VariableOf(left) is { } variable && SymbolEqualityComparer.Default.Equals(variable, VariableOf(right));

    /// <summary>The operations around one, from the inside out, up to the lambda, local function or member that it runs in.</summary>
    public static IEnumerable<IOperation> Around(IOperation operation)
    {
        for (var around = operation.Parent; around is not null and not IAnonymousFunctionOperation and not ILocalFunctionOperation;
             around = around.Parent)
        {
            yield return around;
        }
    }

    /// <summary>The outermost operation that runs together with one: the body of its lambda, local function or member.</summary>
    public static IOperation BodyAround(IOperation operation) => Around(operation).LastOrDefault() ?? operation;

    /// <summary>The operations within one that run with it; those of lambdas and local functions run another time.</summary>
    public static IReadOnlyList<IOperation> Within(IOperation operation)
    {
        var found = new List<IOperation>();
        AddWithin(operation, found);
        return found;
    }

    /// <summary>Whether an operation stands below another.</summary>
    public static bool IsInside(IOperation operation, IOperation outer) => outer.Syntax.Span.Contains(operation.Syntax.Span);

    private static void AddWithin(IOperation operation, List<IOperation> found)
    {
        foreach (var child in operation.ChildOperations)
        {
            if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
            {
                found.Add(child);
                AddWithin(child, found);
            }
        }
    }

    private static bool IsOwn(IOperation? instance) => instance is null or IInstanceReferenceOperation;
}
