using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.CodeFixes;

/// <summary>Takes <c>abstract</c> off a model class that leaves nothing open, and <c>file</c> off one that others must see.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OrdinaryClassFix)), Shared]
public sealed class OrdinaryClassFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotOrdinary];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is ClassDeclarationSyntax type && semantics.GetDeclaredSymbol(type) is { IsStatic: false } symbol && !LeavesOpen(symbol))
        {
            var words = type.Modifiers.Where(static word => word.Kind() is SyntaxKind.AbstractKeyword or SyntaxKind.FileKeyword).ToArray();
            if (words.Length > 0)
            {
                yield return new Edit(
                    $"Remove '{string.Join(" ", words.Select(static word => word.Text))}'",
                    root => root.ReplaceNode(type, Without(type, words)));
            }
        }
    }

    private static ClassDeclarationSyntax Without(ClassDeclarationSyntax type, SyntaxToken[] words)
    {
        var rest = type.Modifiers.Where(word => !words.Contains(word)).ToArray();
        var before = type.Modifiers[0].LeadingTrivia;
        if (rest.Length == 0)
        {
            return type.WithModifiers([]).WithKeyword(type.Keyword.WithLeadingTrivia(before));
        }
        rest[0] = rest[0].WithLeadingTrivia(before);
        return type.WithModifiers(SyntaxFactory.TokenList(rest));
    }

    // Whether a method that a base only declares, or the class itself, has no body yet.
    private static bool LeavesOpen(INamedTypeSymbol type)
    {
        var methods = TorchNames.SelfAndBases(type)
            .SelectMany(static declaring => declaring.GetMembers().OfType<IMethodSymbol>()).ToArray();
        return methods.Where(static method => method.IsAbstract).Any(open => !methods.Any(method => !method.IsAbstract
            && SymbolEqualityComparer.Default.Equals(method.OverriddenMethod?.OriginalDefinition, open.OriginalDefinition)));
    }
}
