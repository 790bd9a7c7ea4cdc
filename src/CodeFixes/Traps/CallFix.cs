using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Runs a module with its hooks.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CallFix)), Shared]
public sealed class CallFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.ForwardCalled];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is IdentifierNameSyntax name)
        {
            yield return new Edit(
                "Write 'call'", root => root.ReplaceNode(name, SyntaxFactory.IdentifierName("call").WithTriviaFrom(name)));
        }
    }
}
