using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.CodeFixes.Editing;

/// <summary>Edits of the attributes of a class.</summary>
internal static class AttributeEdits
{
    /// <summary>The attribute of a name on the class, with or without its type arguments; null where there is none.</summary>
    public static AttributeSyntax? Find(TypeDeclarationSyntax type, string name) => type.AttributeLists
        .SelectMany(static list => list.Attributes)
        .FirstOrDefault(attribute => ShortName(attribute.Name) == name || attribute.Name.ToString() == name);

    /// <summary>Writes an attribute in a list of its own, after those that are there.</summary>
    public static SyntaxNode Add(SyntaxNode root, TypeDeclarationSyntax type, string code)
    {
        if (type.AttributeLists.Count == 0)
        {
            return root.ReplaceNode(type, WithFirst(type, [code]));
        }
        var last = type.AttributeLists.Last();
        return root.InsertNodesAfter(last, [List(code).WithTrailingTrivia(last.GetTrailingTrivia())]);
    }

    /// <summary>The declaration with attributes before those that it has, each in a line of its own.</summary>
    public static TypeDeclarationSyntax WithFirst(TypeDeclarationSyntax type, IEnumerable<string> codes)
    {
        var lists = codes.Select(static code => List(code).WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"))).ToArray();
        var bare = type.WithoutLeadingTrivia();
        return bare.WithAttributeLists(bare.AttributeLists.InsertRange(0, lists)).WithLeadingTrivia(type.GetLeadingTrivia());
    }

    /// <summary>Takes an attribute off, and its list where that is empty then. Comments before it stay.</summary>
    public static SyntaxNode Remove(SyntaxNode root, AttributeSyntax attribute)
    {
        var list = (AttributeListSyntax)attribute.Parent!;
        if (list.Attributes.Count > 1)
        {
            return root.ReplaceNode(list, list.RemoveNode(attribute, SyntaxRemoveOptions.KeepUnbalancedDirectives)!);
        }
        var next = list.GetLastToken().GetNextToken();
        var marked = root.ReplaceToken(next, next.WithLeadingTrivia(list.GetLeadingTrivia()));
        var listThere = marked.FindNode(list.Span).FirstAncestorOrSelf<AttributeListSyntax>()!;
        return marked.RemoveNode(listThere, SyntaxRemoveOptions.KeepNoTrivia)!;
    }

    /// <summary>Writes another attribute in its place.</summary>
    public static SyntaxNode Replace(SyntaxNode root, AttributeSyntax attribute, string code) =>
        root.ReplaceNode(attribute, Parse(code).WithTriviaFrom(attribute));

    /// <summary>Gives it another name and keeps its arguments.</summary>
    public static SyntaxNode Rename(SyntaxNode root, AttributeSyntax attribute, string name) =>
        root.ReplaceNode(attribute.Name, SyntaxFactory.ParseName(name).WithTriviaFrom(attribute.Name));

    private static AttributeListSyntax List(string code) => ParseList(code).WithAdditionalAnnotations(Formatter.Annotation);

    private static AttributeSyntax Parse(string code) => ParseList(code).Attributes[0].WithoutTrivia();

    private static AttributeListSyntax ParseList(string code) =>
        SyntaxFactory.ParseMemberDeclaration($"[{code}] class C;")!.AttributeLists[0].WithoutTrivia();

    private static string ShortName(NameSyntax name)
    {
        var text = name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax alias => alias.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => name.ToString(),
        };
        return AttributeText.ShortName(text);
    }
}
