using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.CodeFixes.Editing;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes;

/// <summary>Makes the edits of attributes that a diagnostic carries.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CureFix)), Shared]
public sealed class CureFix : EditFix
{
    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } =
    [
        .. typeof(DiagnosticIds).GetFields().Select(static field => (string)field.GetRawConstantValue()!),
    ];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (!diagnostic.Properties.TryGetValue(Cure.Property, out var text) || text is null
            || node.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return [];
        }
        var blamed = node.FirstAncestorOrSelf<AttributeSyntax>();
        return Cure.FromText(text).Select(cure => Of(cure, blamed, type)).OfType<Edit>();
    }

    private static Edit? Of(Cure cure, AttributeSyntax? blamed, TypeDeclarationSyntax type)
    {
        if (cure.Kind == CureKind.AddAttribute)
        {
            return new Edit($"Add [{cure.Code}]", root => AttributeEdits.Add(root, type, cure.Code));
        }
        var attribute = cure.Attribute.Length == 0 ? blamed : AttributeEdits.Find(type, cure.Attribute);
        return attribute is null ? null : Of(cure, attribute);
    }

    private static Edit? Of(Cure cure, AttributeSyntax attribute) => cure.Kind switch
    {
        CureKind.RemoveAttribute => new Edit($"Remove [{attribute.Name}]", root => AttributeEdits.Remove(root, attribute)),
        CureKind.ReplaceAttribute => new Edit($"Write [{cure.Code}]", root => AttributeEdits.Replace(root, attribute, cure.Code)),
        CureKind.RenameAttribute => new Edit(
            $"Write [{cure.Code}] in place of [{attribute.Name}]", root => AttributeEdits.Rename(root, attribute, cure.Code)),
        CureKind.SetArgument => new Edit(
            $"Write {ArgumentEdits.Title(attribute, cure.Argument, cure.Code)}",
            root => ArgumentEdits.Set(root, attribute, cure.Argument, cure.Code)),
        CureKind.RemoveArgument when ArgumentEdits.Named(attribute, cure.Argument) is { } argument => new Edit(
            $"Remove {cure.Argument} from [{attribute.Name}]", root => ArgumentEdits.Remove(root, argument)),
        _ => null,
    };
}
