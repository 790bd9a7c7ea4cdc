using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Text;

namespace TrainSdk.Generators.Parsing;

/// <summary>What a file says to others, and which names it says it with; worked out once for as long as the file stays as it is.</summary>
internal sealed class FileDeclarations
{
    private const string Attribute = nameof(System.Attribute);

    private static readonly ConditionalWeakTable<SyntaxTree, FileDeclarations> Known = new();
    private static readonly HashSet<string> NamesInGeneratedCode = [.. KnownNames.All.Select(static known => known.Name)];

    private readonly Lazy<string[]> _names;

    private FileDeclarations(SyntaxTree tree, CancellationToken cancel)
    {
        var root = tree.GetRoot(cancel);
        var text = DeclarationText.Of(root);
        var declared = root.DescendantNodes(static node => node is not BlockSyntax).ToArray();
        Stamp = ContentStamp.Of($"{Written.ByHand(tree)}\n{text}");
        OwnStamp = ContentStamp.Of(string.Concat(
            declared.Where(DeclarationText.IsAttributeOfType).Select(static list => list.ToFullString()).Prepend(Stamp)));
        Names = [.. text.Split(DeclarationText.End, '.').Select(static name => name.TrimStart('@')).Distinct()];
        Types = [.. declared.Select(TypeName).OfType<string>().SelectMany(WaysToName).Distinct()];
        Spaces = [.. declared.OfType<BaseNamespaceDeclarationSyntax>().Select(static space => space.Name.ToString())];
        IsSeenByAll = declared.Any(SpeaksToAll) || Types.Any(NamesInGeneratedCode.Contains);
        _names = new Lazy<string[]>(() =>
            [.. tree.GetRoot(CancellationToken.None).DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(static token => token.ValueText).Distinct()]);
    }

    /// <summary>Changes with what others can see of the file.</summary>
    public string Stamp { get; }

    /// <summary>Changes with all that its classes are read from: what others can see, and the attributes of its types in full.</summary>
    public string OwnStamp { get; }

    /// <summary>The names in its declarations, those in bodies left out.</summary>
    public string[] Names { get; }

    /// <summary>All names in it.</summary>
    public string[] NamesWithBodies => _names.Value;

    /// <summary>The types that it declares, nested ones too.</summary>
    public string[] Types { get; }

    /// <summary>The namespaces that it declares.</summary>
    public string[] Spaces { get; }

    /// <summary>Whether others feel it without naming a type of it: extensions, global usings, names that generated code uses.</summary>
    public bool IsSeenByAll { get; }

    public static FileDeclarations Of(SyntaxTree tree, CancellationToken cancel)
    {
        if (Known.TryGetValue(tree, out var known))
        {
            return known;
        }
        var read = new FileDeclarations(tree, cancel);
        return Known.GetValue(tree, _ => read);
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
