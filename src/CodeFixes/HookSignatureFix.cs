using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.CodeFixes.Editing;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes;

/// <summary>Gives a hook the signature with which it is called.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(HookSignatureFix)), Shared]
public sealed class HookSignatureFix : EditFix
{
    private static readonly string[] Namespaces = ["TrainSdk.Training", "TrainSdk.Recording"];

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.WrongHook];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is MethodDeclarationSyntax { Parent: TypeDeclarationSyntax type } method
            && Hooks.Find(method.Identifier.ValueText) is { } hook
            && hook.SignatureIn(type.Identifier.ValueText) is var signature
            && SyntaxFactory.ParseMemberDeclaration(signature + ";") is MethodDeclarationSyntax wanted)
        {
            var missing = Usings.Knows(semantics, method.SpanStart, hook.TypeName) ? null : NamespaceOf(hook, semantics.Compilation);
            yield return new Edit($"Write '{signature}'", root =>
            {
                var edited = root.ReplaceNode(method, With(wanted, method));
                return missing is not null && edited is CompilationUnitSyntax file ? Usings.Add(file, missing) : edited;
            });
        }
    }

    private static string? NamespaceOf(Hook hook, Compilation compilation) => Namespaces.FirstOrDefault(space =>
        compilation.GetTypeByMetadataName($"{space}.{hook.TypeName}{(hook.Type == hook.TypeName ? "" : "`1")}") is not null);

    private static MethodDeclarationSyntax With(MethodDeclarationSyntax wanted, MethodDeclarationSyntax method) => method
        .WithModifiers(wanted.Modifiers)
        .WithReturnType(wanted.ReturnType)
        .WithParameterList(wanted.ParameterList.WithTrailingTrivia(method.ParameterList.GetTrailingTrivia()))
        .WithLeadingTrivia(method.GetLeadingTrivia());
}
