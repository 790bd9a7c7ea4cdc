using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Makes a method that hides one of TorchSharp's override it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(OverrideFix)), Shared]
public sealed class OverrideFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.HiddenMember];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is MethodDeclarationSyntax method && semantics.GetDeclaredSymbol(method) is IMethodSymbol hiding
            && Hidden(hiding) is { DeclaredAccessibility: Accessibility.Public or Accessibility.Protected } hidden)
        {
            yield return new Edit("Override it", root => root.ReplaceNode(method, Overriding(method, hidden)));
        }
    }

    private static IMethodSymbol? Hidden(IMethodSymbol hiding) => TorchNames.SelfAndBases(hiding.ContainingType.BaseType)
        .SelectMany(type => type.GetMembers(hiding.Name).OfType<IMethodSymbol>())
        .FirstOrDefault(method =>
            (method.IsVirtual || method.IsAbstract || method.IsOverride) && method.Parameters.Length == hiding.Parameters.Length
            && SymbolEqualityComparer.Default.Equals(method.ReturnType, hiding.ReturnType)
            && method.Parameters.Zip(hiding.Parameters, static (one, other) =>
                SymbolEqualityComparer.Default.Equals(one.Type, other.Type)).All(static same => same));

    private static MethodDeclarationSyntax Overriding(MethodDeclarationSyntax method, IMethodSymbol hidden)
    {
        var kept = method.Modifiers.Where(static modifier => modifier.Kind() is SyntaxKind.AsyncKeyword or SyntaxKind.UnsafeKeyword
            or SyntaxKind.SealedKeyword);
        var access = hidden.DeclaredAccessibility == Accessibility.Public ? SyntaxKind.PublicKeyword : SyntaxKind.ProtectedKeyword;
        var modifiers = new[] { SyntaxFactory.Token(access), SyntaxFactory.Token(SyntaxKind.OverrideKeyword) }.Concat(kept)
            .Select(static modifier => modifier.WithoutTrivia().WithTrailingTrivia(SyntaxFactory.Space));
        var bare = method.WithoutLeadingTrivia();
        return bare
            .WithReturnType(bare.ReturnType.WithoutLeadingTrivia())
            .WithModifiers(SyntaxFactory.TokenList(modifiers))
            .WithLeadingTrivia(method.GetLeadingTrivia());
    }
}
