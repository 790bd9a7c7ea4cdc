using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Compares two tensors as a whole.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(EqualsFix)), Shared]
public sealed class EqualsFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.EqualAsBoolean];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is ExpressionSyntax compared && Sides(compared) is { } sides && Read(compared) is { } read)
        {
            var equals = SyntaxFactory.ParseExpression($"{sides.Left}.Equals({sides.Right})");
            yield return new Edit("Write 'Equals'", root => root.ReplaceNode(read, equals.WithTriviaFrom(read)));
        }
    }

    private static (string Left, string Right)? Sides(ExpressionSyntax compared) => compared switch
    {
        BinaryExpressionSyntax binary => (Receiver(binary.Left), binary.Right.WithoutTrivia().ToString()),
        InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 2 } sides } =>
            (Receiver(sides[0].Expression), sides[1].Expression.ToString()),
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member, ArgumentList.Arguments: { Count: 1 } sides } =>
            (Receiver(member.Expression), sides[0].Expression.ToString()),
        _ => null,
    };

    private static string Receiver(ExpressionSyntax expression)
    {
        var isSimple = expression is NameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax
            or ElementAccessExpressionSyntax or ParenthesizedExpressionSyntax or ThisExpressionSyntax;
        var text = expression.WithoutTrivia().ToString();
        return isSimple ? text : $"({text})";
    }

    // the comparison with what makes one truth value of it: (bool)…, ….item<bool>(), ….ToBoolean()
    private static ExpressionSyntax? Read(ExpressionSyntax compared)
    {
        ExpressionSyntax read = compared;
        while (read.Parent is ParenthesizedExpressionSyntax parenthesized)
        {
            read = parenthesized;
        }
        return read.Parent switch
        {
            CastExpressionSyntax cast => cast,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } => call,
            _ => null,
        };
    }
}
