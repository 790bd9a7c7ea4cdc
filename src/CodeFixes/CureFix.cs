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
        return Cure.FromText(text).Select(cure => Of(cure, blamed, type, semantics)).OfType<Edit>();
    }

    private static Edit? Of(Cure cure, AttributeSyntax? blamed, TypeDeclarationSyntax type, SemanticModel semantics)
    {
        if (cure.Kind == CureKind.AddAttribute)
        {
            return new Edit($"Add [{cure.Code}]", root => AttributeEdits.Add(root, type, cure.Code));
        }
        var attribute = cure.Attribute.Length == 0 ? blamed : AttributeEdits.Find(type, cure.Attribute);
        return (attribute, blamed) switch
        {
            (null, _) => null,
            (_, not null) when cure.Kind == CureKind.MoveToArgument => Move(cure, blamed, attribute),
            _ => Of(cure, attribute, semantics),
        };
    }

    private static Edit Move(Cure cure, AttributeSyntax from, AttributeSyntax to) => new(
        $"Write {ArgumentEdits.Title(to, cure.Argument, cure.Code)} in place of [{from.Name}]",
        root =>
        {
            var tracked = root.TrackNodes(from, to);
            var set = ArgumentEdits.Set(tracked, tracked.GetCurrentNode(to)!, cure.Argument, cure.Code);
            return AttributeEdits.Remove(set, set.GetCurrentNode(from)!);
        });

    private static Edit? Of(Cure cure, AttributeSyntax attribute, SemanticModel semantics) => cure.Kind switch
    {
        CureKind.RemoveAttribute => new Edit($"Remove [{attribute.Name}]", root => AttributeEdits.Remove(root, attribute)),
        CureKind.ReplaceAttribute => new Edit($"Write [{cure.Code}]", root => AttributeEdits.Replace(root, attribute, cure.Code)),
        CureKind.RenameAttribute => new Edit(
            $"Write [{cure.Code}] in place of [{attribute.Name}]", root => AttributeEdits.Rename(root, attribute, cure.Code)),
        CureKind.SetArgument => new Edit(
            $"Write {ArgumentEdits.Title(attribute, cure.Argument, cure.Code)}",
            root => ArgumentEdits.Set(root, attribute, cure.Argument, cure.Code)),
        CureKind.RemoveArgument when ArgumentEdits.Omissible(attribute, cure.Argument, semantics) is { } argument => new Edit(
            $"Remove {cure.Argument} from [{attribute.Name}]", root => ArgumentEdits.Remove(root, argument)),
        _ => null,
    };
}
