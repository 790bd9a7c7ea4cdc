using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.CodeFixes.Editing;

/// <summary>Edits of the layers of a network.</summary>
internal static class LayerEdits
{
    private const string Tensor = "Tensor";
    private const string Sequential = "Sequential";

    /// <summary>What the layer is called: <c>softmax</c>, <c>Dropout</c>, or the field's name of one that is called.</summary>
    public static string NameOf(InvocationExpressionSyntax layer) => layer.Expression switch
    {
        MemberAccessExpressionSyntax { Name.Identifier.ValueText: "call" or "forward" } called => called.Expression.ToString(),
        MemberAccessExpressionSyntax member => member.Name.Identifier.ValueText,
        var function => function.ToString(),
    };

    /// <summary>The item of a <c>Sequential(…)</c> that the layer is, with its name where it has one; null where it is none.</summary>
    public static SyntaxNode? ItemOf(InvocationExpressionSyntax layer)
    {
        var item = layer.Parent is ArgumentSyntax { Parent: TupleExpressionSyntax { Parent: ArgumentSyntax named } } ? named : layer.Parent;
        var sequence = item is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } ? call : null;
        return sequence is not null && NameOf(sequence) == Sequential ? item : null;
    }

    /// <summary>The tensor that the call reads; null where it reads none, or several.</summary>
    public static ExpressionSyntax? InputOf(InvocationExpressionSyntax call, SemanticModel semantics)
    {
        var tensors = call.ArgumentList.Arguments
            .Select(static argument => argument.Expression)
            .Concat(call.Expression is MemberAccessExpressionSyntax member ? [member.Expression] : [])
            .Where(read => IsTensor(read, semantics))
            .ToArray();
        return tensors.Length == 1 ? tensors[0] : null;
    }

    /// <summary>Puts what a call reads in its place. A statement that would give a variable to itself goes.</summary>
    public static SyntaxNode Bypass(SyntaxNode root, ExpressionSyntax call, ExpressionSyntax input) =>
        call.Parent is AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax statement } assignment
            && SyntaxFactory.AreEquivalent(assignment.Left, input)
            ? root.RemoveNode(statement, SyntaxRemoveOptions.KeepNoTrivia)!
            : root.ReplaceNode(call, input.WithTriviaFrom(call));

    private static bool IsTensor(ExpressionSyntax expression, SemanticModel semantics) =>
        TorchNames.IsTensor(semantics.GetTypeInfo(expression).Type);
}
