using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.CodeFixes.Editing;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes;

/// <summary>Writes <c>partial</c> on a model class and on the types around it.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MakePartialFix)), Shared]
public sealed class MakePartialFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.NotPartial, DiagnosticIds.Nested];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            yield break;
        }
        var closed = type.AncestorsAndSelf().OfType<TypeDeclarationSyntax>().Where(static around => !Modifiers.IsPartial(around)).ToArray();
        var canBe = closed.All(static around => around.TypeParameterList is null && !Modifiers.IsFileLocal(around));
        if (closed.Length > 0 && canBe)
        {
            var names = string.Join(" and ", closed.Select(static around => around.Identifier.ValueText));
            yield return new Edit(
                $"Make {names} partial", root => root.ReplaceNodes(closed, static (_, around) => Modifiers.WithPartial(around)));
        }
    }
}
