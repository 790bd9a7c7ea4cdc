using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.CodeFixes.Editing;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Makes the optimizer after the model is moved.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MoveFirstFix)), Shared]
public sealed class MoveFirstFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.OptimizerBeforeMove];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (diagnostic.AdditionalLocations.Count != 1 || MadeAt(node, diagnostic.AdditionalLocations[0]) is not { } made
            || VariableIn(made) is not { } optimizer || MoveAfter(made, node) is not { } move)
        {
            yield break;
        }
        var (first, last) = (Statements.UnitOf(made), Statements.UnitOf(move));
        if (first.Parent!.ChildNodes().SkipWhile(child => child != first).Skip(1).TakeWhile(child => child != last).Append(last)
            .Any(between => Names(between, optimizer)))
        {
            yield break;
        }
        yield return new Edit("Make the optimizer after the move", root =>
        {
            var marked = root.TrackNodes(first, last);
            var after = marked.InsertNodesAfter(marked.GetCurrentNode(last)!, [first.WithLeadingTrivia(last.GetLeadingTrivia())]);
            return after.RemoveNode(after.GetCurrentNode(first)!, SyntaxRemoveOptions.KeepUnbalancedDirectives)!;
        });
    }

    private static StatementSyntax? MadeAt(SyntaxNode node, Location place) =>
        node.SyntaxTree.GetRoot().FindNode(place.SourceSpan).FirstAncestorOrSelf<StatementSyntax>();

    // the statement beside the optimizer's in which the model is moved
    private static StatementSyntax? MoveAfter(StatementSyntax made, SyntaxNode move) => move.AncestorsAndSelf().OfType<StatementSyntax>()
        .FirstOrDefault(statement => Statements.UnitOf(statement).Parent == Statements.UnitOf(made).Parent
            && statement.SpanStart > made.SpanStart);

    private static string? VariableIn(StatementSyntax made) => made switch
    {
        LocalDeclarationStatementSyntax { Declaration.Variables: { Count: 1 } variables } => variables[0].Identifier.ValueText,
        ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: IdentifierNameSyntax name } } =>
            name.Identifier.ValueText,
        _ => null,
    };

    private static bool Names(SyntaxNode code, string variable) =>
        code.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == variable);
}
