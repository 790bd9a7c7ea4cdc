using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Parsing;

/// <summary>The types that a file declares, by which others can name what it declares.</summary>
/// <param name="Names">Their names, nested ones too; of an attribute both.</param>
/// <param name="Spaces">The namespaces that the file declares.</param>
/// <param name="AreSeenByAll">
/// Whether others feel the file without naming a type of it: extensions, global usings, names that generated code uses.
/// </param>
internal sealed record DeclaredTypes(string[] Names, string[] Spaces, bool AreSeenByAll)
{
    private const string Attribute = nameof(System.Attribute);

    private static readonly HashSet<string> NamesInGeneratedCode = [.. KnownNames.All.Select(static known => known.Name)];

    public static DeclaredTypes In(SyntaxNode root)
    {
        var declared = root.DescendantNodes(static node => node is not BlockSyntax).ToArray();
        string[] names = [.. declared.Select(TypeName).OfType<string>().SelectMany(WaysToName).Distinct()];
        string[] spaces = [.. declared.OfType<BaseNamespaceDeclarationSyntax>().Select(static space => space.Name.ToString())];
        return new DeclaredTypes(names, spaces, declared.Any(SpeaksToAll) || names.Any(NamesInGeneratedCode.Contains));
    }

    private static string? TypeName(SyntaxNode node) => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    };

    private static string[] WaysToName(string type) =>
        type.EndsWith(Attribute, StringComparison.Ordinal) ? [type, type.Substring(0, type.Length - Attribute.Length)] : [type];

    // An extension block has no name for a compiler that does not know it.
    private static bool SpeaksToAll(SyntaxNode node) => node switch
    {
        ParameterSyntax parameter => parameter.Modifiers.Any(SyntaxKind.ThisKeyword),
        UsingDirectiveSyntax directive => directive.GlobalKeyword.IsKind(SyntaxKind.GlobalKeyword),
        AttributeListSyntax list => list.Parent is CompilationUnitSyntax,
        TypeDeclarationSyntax type => type.Keyword.Text == "extension",
        MethodDeclarationSyntax method => method.Identifier.Text == "extension",
        ConstructorDeclarationSyntax constructor => constructor.Identifier.Text == "extension",
        _ => false,
    };
}
