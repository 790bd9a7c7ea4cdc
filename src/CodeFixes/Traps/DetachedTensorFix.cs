using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Keeps a tensor without its graph, and out of the scope of the step.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(DetachedTensorFix)), Shared]
public sealed class DetachedTensorFix : EditFix
{
    private const string Leaves = ".DetachFromDisposeScope()";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.KeptTensor];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        var (old, text) = node switch
        {
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression } sum =>
                ((SyntaxNode)sum, $"{sum.Left} = ({sum.Left} + {sum.Right}.detach()){Leaves}".Replace("  ", " ")),
            AssignmentExpressionSyntax { Right: BinaryExpressionSyntax sum } =>
                (sum, $"({sum.WithoutTrivia()}).detach(){Leaves}"),
            InvocationExpressionSyntax { ArgumentList.Arguments: { Count: 1 } added } =>
                (added[0].Expression, $"{added[0].Expression}.detach(){Leaves}"),
            _ => (null, ""),
        };
        if (old is not null)
        {
            yield return new Edit(
                "Detach it", root => root.ReplaceNode(old, SyntaxFactory.ParseExpression(text).WithTriviaFrom(old)));
        }
    }
}
