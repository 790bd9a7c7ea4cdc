using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>Follows tensors through expressions.</summary>
internal sealed class ExpressionWalker(ForwardWalker forward, ClassCode code, ModuleReader modules)
{
    private const int Deepest = 4;

    /// <summary>The local or parameter that is named; null for anything else.</summary>
    public static ISymbol? VariableOf(IOperation? operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IDeclarationExpressionOperation declaration => VariableOf(declaration.Expression),
        _ => null,
    };

    public void Assign(ISymbol variable, IOperation value, Frame frame)
    {
        if (TorchNames.IsTensor(value.Type))
        {
            frame.Set(variable, Tensor(value, frame));
        }
        else
        {
            Read(value, frame);
        }
    }

    /// <summary>An expression whose value nobody takes.</summary>
    public void Run(IOperation expression, Frame frame)
    {
        switch (expression)
        {
            case IDeconstructionAssignmentOperation deconstruction:
                var parts = Read(deconstruction.Value, frame);
                foreach (var variable in ClassCode.TargetsOf(deconstruction).Select(VariableOf).OfType<ISymbol>())
                {
                    frame.Set(variable, Opaque(expression, parts));
                }
                break;
            case IInvocationOperation { Instance: { } changed } call when IsInPlace(call):
                var result = Tensor(call, frame);
                if (VariableOf(changed) is { } tensor)
                {
                    frame.Set(tensor, result);
                }
                break;
            default:
                Read(expression, frame);
                break;
        }
    }

    /// <summary>The node that gives a tensor.</summary>
    public Node Tensor(IOperation expression, Frame frame)
    {
        switch (expression)
        {
            case IConversionOperation conversion:
                return Tensor(conversion.Operand, frame);
            case ILocalReferenceOperation or IParameterReferenceOperation:
                return Variable(expression, frame);
            case ISimpleAssignmentOperation assignment:
                return Keep(assignment.Target, Tensor(assignment.Value, frame), frame);
            case ICompoundAssignmentOperation sum:
                var changed = Joined(expression, sum.OperatorKind, [Tensor(sum.Target, frame), .. Read(sum.Value, frame)]);
                return Keep(sum.Target, changed, frame);
            case IBinaryOperation sum:
                return Joined(expression, sum.OperatorKind, [.. Read(sum.LeftOperand, frame), .. Read(sum.RightOperand, frame)]);
            case IInvocationOperation call:
                return Call(call, frame);
            default:
                return Opaque(expression, Inside(expression, frame));
        }
    }

    private Node Call(IInvocationOperation call, Frame frame)
    {
        if (TorchCalls.IsModuleCall(call))
        {
            return Through(call, frame);
        }
        if (TorchCalls.IsFunction(call))
        {
            var inputs = Inside(call, frame);
            var kind = LayerKinds.OfFunction(call.TargetMethod.Name);
            var isFollowed = kind == LayerKind.Join ? inputs.Length > 1 : inputs.Length == 1;
            return Add(isFollowed || kind == LayerKind.Attention ? kind : LayerKind.Opaque, call, inputs);
        }
        var body = frame.Arguments.Depth < Deepest ? code.BodyOf(call.TargetMethod) : null;
        return (body is null ? null : forward.Inline(body, call, frame, this)) ?? Opaque(call, body is null ? Inside(call, frame) : []);
    }

    private Node Through(IInvocationOperation call, Frame frame)
    {
        var inputs = call.Arguments.SelectMany(argument => Read(argument.Value, frame)).ToArray();
        var layers = modules.Read(call.Instance!, frame.Arguments);
        if (inputs.Length != 1 || layers.Count == 0)
        {
            return Opaque(call, inputs);
        }
        var isSequence = ModuleReader.IsSequence(call.Instance!);
        return layers.Aggregate(
            inputs[0], (input, layer) => forward.Add(layer, isSequence ? layer.Place : call.Syntax.GetLocation(), input));
    }

    private Node Variable(IOperation expression, Frame frame)
    {
        var variable = VariableOf(expression)!;
        if (frame[variable] is { } known)
        {
            return known;
        }
        var first = Add(variable is IParameterSymbol ? LayerKind.Input : LayerKind.Opaque, expression);
        frame.Set(variable, first);
        return first;
    }

    private static Node Keep(IOperation target, Node node, Frame frame)
    {
        if (VariableOf(target) is { } variable)
        {
            frame.Set(variable, node);
        }
        return node;
    }

    private Node Joined(IOperation expression, BinaryOperatorKind kind, Node[] inputs)
    {
        var isSum = inputs.Length > 1 && kind is BinaryOperatorKind.Add or BinaryOperatorKind.Subtract;
        return Add(isSum ? LayerKind.Join : LayerKind.Opaque, expression, inputs);
    }

    // The tensors that an expression gives or reads.
    private Node[] Read(IOperation expression, Frame frame) =>
        TorchNames.IsTensor(expression.Type) ? [Tensor(expression, frame)]
        : expression is IInvocationOperation call && TorchCalls.IsModuleCall(call) ? [Through(call, frame)]
        : Inside(expression, frame);

    private Node[] Inside(IOperation expression, Frame frame) => expression is IAnonymousFunctionOperation
        ? []
        : [.. expression.ChildOperations.SelectMany(inner => Read(inner, frame))];

    private static bool IsInPlace(IInvocationOperation call) =>
        TorchNames.IsTensor(call.Type) && call.TargetMethod.Name.EndsWith("_", StringComparison.Ordinal);

    private Node Opaque(IOperation expression, Node[] inputs) => Add(LayerKind.Opaque, expression, inputs);

    private Node Add(LayerKind kind, IOperation expression, params Node[] inputs)
    {
        var place = expression.Syntax.GetLocation();
        return forward.Add(new Layer(kind, place), place, inputs);
    }
}
