using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.Generators.Tests.Mutation;

/// <summary>Moves a member or a list of attributes of a class into a part of it in another file.</summary>
internal static class PartMove
{
    public static (string Left, string Moved)? Of(string text, Random random)
    {
        var root = CSharpSyntaxTree.ParseText(text).GetCompilationUnitRoot();
        var types = root.DescendantNodes().OfType<TypeDeclarationSyntax>().Where(static type => type.Members.Count > 0).ToArray();
        if (types.Length == 0)
        {
            return null;
        }
        var type = types[random.Next(types.Length)];
        SyntaxNode[] pieces = [.. type.Members, .. type.AttributeLists];
        var piece = pieces[random.Next(pieces.Length)];
        var (attributes, member) = piece is AttributeListSyntax ? (piece.ToFullString(), "") : ("", piece.ToFullString());
        var part = Around(type, $"{attributes}\npartial {Head(type)}\n{{\n{member}\n}}\n");
        return (text.Remove(piece.FullSpan.Start, piece.FullSpan.Length), root.Usings.ToFullString() + part);
    }

    private static string Around(SyntaxNode piece, string text) => piece.Parent switch
    {
        BaseNamespaceDeclarationSyntax space => Around(space, $"namespace {space.Name}\n{{\n{text}\n}}\n"),
        TypeDeclarationSyntax type => Around(type, $"partial {Head(type)}\n{{\n{text}\n}}\n"),
        _ => text,
    };

    private static string Head(TypeDeclarationSyntax type) =>
        $"{type.Keyword}{(type is RecordDeclarationSyntax record ? $" {record.ClassOrStructKeyword}" : "")} {type.Identifier}{type.TypeParameterList}";
}
