using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Analysis.Networks;

/// <summary>
/// Follows tensors through the statements of <c>forward</c>. What stands under a condition or in a loop is opaque, and so is all that it
/// touches.
/// </summary>
internal sealed class ForwardWalker(ClassCode code, ModuleReader modules)
{
    private readonly List<Node> _nodes = [];

    /// <summary>The nodes in the order of their calls, and what the method gives; null where that is not sure.</summary>
    public (IReadOnlyList<Node> Nodes, Node? Output) Walk(IOperation body)
    {
        var frame = new Frame(Arguments.None);
        Statement(body, frame);
        return (_nodes, frame.Result);
    }

    /// <summary>A method of the class as a part of its caller; null where what it gives is not sure.</summary>
    public Node? Inline(IOperation body, IInvocationOperation call, Frame caller, ExpressionWalker expressions)
    {
        var frame = new Frame(caller.Arguments.Of(call));
        foreach (var argument in call.Arguments.Where(static argument => TorchNames.IsTensor(argument.Parameter?.Type)))
        {
            frame.Set(argument.Parameter!.OriginalDefinition, expressions.Tensor(argument.Value, caller));
        }
        Statement(body, frame);
        return frame.Result;
    }

    public Node Add(Layer layer, Location place, params Node[] inputs)
    {
        var node = new Node(layer, place, inputs);
        _nodes.Add(node);
        return node;
    }

    private void Statement(IOperation statement, Frame frame)
    {
        var expressions = new ExpressionWalker(this, code, modules);
        switch (statement)
        {
            case IBlockOperation block:
                Each(block.Operations, frame);
                break;
            case IVariableDeclarationGroupOperation or IVariableDeclarationOperation:
                Each(statement.ChildOperations, frame);
                break;
            case IVariableDeclaratorOperation { Initializer: { } initializer } declarator:
                expressions.Assign(declarator.Symbol, initializer.Value, frame);
                break;
            case IUsingDeclarationOperation declaration:
                Statement(declaration.DeclarationGroup, frame);
                break;
            case IUsingOperation scope:
                Each([scope.Resources, scope.Body], frame);
                break;
            case IExpressionStatementOperation expression:
                expressions.Run(expression.Operation, frame);
                break;
            case IReturnOperation { ReturnedValue: { } value }:
                frame.Return(TorchNames.IsTensor(value.Type) ? expressions.Tensor(value, frame) : null);
                break;
            case IVariableDeclaratorOperation or IEmptyOperation or ILocalFunctionOperation:
                break;
            default:
                Unsure(statement, frame);
                break;
        }
    }

    private void Each(IEnumerable<IOperation> statements, Frame frame)
    {
        foreach (var statement in statements)
        {
            Statement(statement, frame);
        }
    }

    // Twice, since it may read the tensor and may let it pass.
    private void Unsure(IOperation statement, Frame frame)
    {
        foreach (var inner in statement.DescendantsAndSelf())
        {
            if (inner is IReturnOperation)
            {
                frame.Return(null);
            }
            if (ExpressionWalker.VariableOf(inner) is { } variable && frame[variable] is { } node)
            {
                var opaque = new Layer(LayerKind.Opaque, inner.Syntax.GetLocation());
                Add(opaque, opaque.Place, node);
                frame.Set(variable, Add(opaque, opaque.Place, node));
            }
        }
    }
}
