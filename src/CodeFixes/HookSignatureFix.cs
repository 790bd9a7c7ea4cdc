using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes;

/// <summary>Gives a hook the signature with which it is called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HookSignatureFix)), Shared]
public sealed class HookSignatureFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.WrongHook];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } method
            && Hooks.Find(method.Identifier.ValueText)?.SignatureIn(type.Identifier.ValueText) is { } signature
            && SyntaxFactory.ParseMemberDeclaration(signature + ";") is MethodDeclarationSyntax wanted)
        {
            yield return new Edit($"Write '{signature}'", root => root.ReplaceNode(method, With(wanted, method)));
        }
    }

    private static MethodDeclarationSyntax With(MethodDeclarationSyntax wanted, MethodDeclarationSyntax method) => method
        .WithModifiers(wanted.Modifiers)
        .WithReturnType(wanted.ReturnType)
        .WithParameterList(wanted.ParameterList.WithTrailingTrivia(method.ParameterList.GetTrailingTrivia()))
        .WithLeadingTrivia(method.GetLeadingTrivia());
}
