using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.CodeFixes.Editing;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Opens a dispose scope in each round of a loop.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScopeInLoopFix)), Shared]
public sealed class ScopeInLoopFix : EditFix
{
    private const string Opens = "NewDisposeScope";
    private static readonly HashSet<string> Leaving = ["DetachFromDisposeScope", "MoveToOuterDisposeScope"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.LoopWithoutScope];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (BodyOf(node) is not { } body || body.DescendantNodes().Any(inner => KeepsTensor(inner, node, semantics)))
        {
            yield break;
        }
        var at = body.SpanStart;
        var open = semantics.LookupSymbols(at, name: Opens).Any() ? Opens
            : semantics.LookupNamespacesAndTypes(at, name: "torch").Any() ? "torch." + Opens
            : "TorchSharp.torch." + Opens;
        var name = semantics.LookupSymbols(at, name: "scope").Any() || Declares(body, "scope") ? "stepScope" : "scope";
        yield return new Edit(
            "Open a DisposeScope in each round", root => root.ReplaceNode(body, Statements.Prepend(body, $"using var {name} = {open}();")));
    }

    private static StatementSyntax? BodyOf(SyntaxNode loop) => loop switch
    {
        CommonForEachStatementSyntax each => each.Statement,
        ForStatementSyntax counted => counted.Statement,
        WhileStatementSyntax repeated => repeated.Statement,
        DoStatementSyntax repeated => repeated.Statement,
        _ => null,
    };

    private static bool Declares(SyntaxNode body, string name) => body.DescendantTokens().Any(token => token.ValueText == name);

    // what is read after the round must leave the scope by itself, or it is gone
    private static bool KeepsTensor(SyntaxNode node, SyntaxNode loop, SemanticModel semantics)
    {
        var (kept, value) = node switch
        {
            AssignmentExpressionSyntax set => (set.Left, set.Right),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" } add } call
                when call.ArgumentList.Arguments.Count == 1 => (add.Expression, call.ArgumentList.Arguments[0].Expression),
            _ => ((ExpressionSyntax?)null, (ExpressionSyntax?)null),
        };
        return kept is not null && value is not null && IsTensor(semantics.GetTypeInfo(value).Type)
            && !(value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }
                && Leaving.Contains(member.Name.Identifier.ValueText))
            && semantics.GetSymbolInfo(kept).Symbol is { } variable
            && !variable.DeclaringSyntaxReferences.Any(reference => loop.Span.Contains(reference.Span));
    }

    private static bool IsTensor(ITypeSymbol? type) => TorchNames.SelfAndBases(type).Any(TorchNames.IsTensor);
}
