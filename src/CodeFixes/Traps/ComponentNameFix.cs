using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using TrainSdk.CodeFixes.Editing;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes.Traps;

/// <summary>Gives the field behind an auto-property a name of its own.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ComponentNameFix)), Shared]
public sealed class ComponentNameFix : EditFix
{
    private const string Namespace = "TorchSharp.Utils";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.AutoPropertyKey];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is not PropertyDeclarationSyntax property)
        {
            yield break;
        }
        var name = property.Identifier.ValueText;
        var key = char.ToLowerInvariant(name[0]) + name.Substring(1);
        var isKnown = Usings.Knows(semantics, property.SpanStart, "ComponentNameAttribute");
        yield return new Edit("Name the field behind it", root =>
        {
            var named = root.ReplaceNode(property, WithName(property, key));
            return isKnown || named is not CompilationUnitSyntax file ? named : Usings.Add(file, Namespace);
        });
    }

    private static PropertyDeclarationSyntax WithName(PropertyDeclarationSyntax property, string key)
    {
        var list = SyntaxFactory.ParseMemberDeclaration($"[field: ComponentName(Name = \"{key}\")] int P {{ get; }}")!
            .AttributeLists[0].WithoutTrivia().WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"))
            .WithAdditionalAnnotations(Formatter.Annotation);
        var bare = property.WithoutLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.Insert(0, list)).WithLeadingTrivia(property.GetLeadingTrivia());
    }
}
