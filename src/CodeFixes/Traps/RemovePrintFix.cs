using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Takes printing out of a forward pass.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RemovePrintFix)), Shared]
public sealed class RemovePrintFix : EditFix
{
    private static readonly HashSet<string> Prints = ["Write", "WriteLine", "print"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ReadInForward];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call
            && Prints.Contains(member.Name.Identifier.ValueText)
            && call.Parent is ExpressionStatementSyntax { Parent: BlockSyntax } statement)
        {
            yield return new Edit(
                "Remove it", root => root.RemoveNode(statement, SyntaxRemoveOptions.KeepUnbalancedDirectives)!);
        }
    }
}
