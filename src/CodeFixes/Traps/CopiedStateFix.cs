using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.CodeFixes.Editing;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Keeps copies of the weights.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CopiedStateFix)), Shared]
public sealed class CopiedStateFix : EditFix
{
    private const string Copies = "ToDictionary(entry => entry.Key, entry => entry.Value.detach().clone().DetachFromDisposeScope())";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.AliasedState];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is not InvocationExpressionSyntax state)
        {
            yield break;
        }
        var isKnown = Usings.Knows(semantics, state.SpanStart, "Enumerable");
        yield return new Edit("Keep copies", root =>
        {
            var copies = SyntaxFactory.ParseExpression($"{state.WithoutTrivia()}.{Copies}").WithTriviaFrom(state);
            var edited = root.ReplaceNode(state, copies);
            return isKnown || edited is not CompilationUnitSyntax file ? edited : Usings.Add(file, "System.Linq");
        });
    }
}
