using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// What a file declares, as a text to compare: its tokens, directives and documentation without the bodies of members and the arguments of
/// types' attributes. Of a type's attributes others see no more than the names.
/// </summary>
/// <param name="ForOthers">What others see.</param>
/// <param name="Attributes">The attributes of its types in full, which the types themselves are read from.</param>
internal sealed record DeclarationText(string ForOthers, string Attributes)
{
    private const char End = '\n';
    private const string Field = "field";

    /// <summary>What others see, piece by piece: among the pieces are all names.</summary>
    public IEnumerable<string> Pieces => ForOthers.Split(End, '.').Select(static piece => piece.TrimStart('@')).Distinct();

    public static DeclarationText Of(SyntaxNode root)
    {
        var (text, attributes) = (new StringBuilder(), new StringBuilder());
        foreach (var piece in root.DescendantNodesAndTokensAndSelf(static node => !IsBody(node) && !IsAttributeOfType(node)))
        {
            if (piece.AsNode() is not { } node)
            {
                Add(text, piece.AsToken());
                continue;
            }
            Add(text, node);
            if (IsAttributeOfType(node))
            {
                attributes.Append(node.ToFullString());
            }
        }
        return new DeclarationText($"{text}", $"{attributes}");
    }

    private static bool IsAttributeOfType(SyntaxNode node) => node is AttributeListSyntax { Parent: BaseTypeDeclarationSyntax };

    private static void Add(StringBuilder text, SyntaxNode node)
    {
        text.Append(node.RawKind);
        if (IsBody(node))
        {
            text.Append(End);
            AddTraces(text, node);
        }
        else if (IsAttributeOfType(node))
        {
            text.Append(End);
            foreach (var attribute in ((AttributeListSyntax)node).Attributes)
            {
                text.Append(attribute.Name).Append(End);
            }
        }
        else
        {
            // Where code is wrong, the same tokens can stand in other nodes.
            text.Append(' ').Append(node.ChildNodesAndTokens().Count).Append(End);
        }
    }

    // What a body says beyond itself: directives hold behind it too, and an accessor that says field makes one.
    private static void AddTraces(StringBuilder text, SyntaxNode body)
    {
        if (body.ContainsDirectives)
        {
            foreach (var directive in body.DescendantTrivia().Where(static trivia => trivia.IsDirective))
            {
                text.Append(directive).Append(End);
            }
        }
        if (body.Parent is AccessorDeclarationSyntax or PropertyDeclarationSyntax
            && body.DescendantTokens().Any(static token => token.Text == Field))
        {
            text.Append(Field).Append(End);
        }
    }

    private static void Add(StringBuilder text, SyntaxToken token)
    {
        foreach (var trivia in token.LeadingTrivia)
        {
            if (trivia.IsDirective || IsComment(trivia))
            {
                text.Append(trivia.ToFullString()).Append(End);
            }
        }
        text.Append(token.Text).Append(End);
    }

    // A compiler that is not asked for documentation takes it for comments.
    private static bool IsComment(SyntaxTrivia trivia) =>
        !trivia.IsKind(SyntaxKind.WhitespaceTrivia) && !trivia.IsKind(SyntaxKind.EndOfLineTrivia)
        && trivia.ToFullString().Contains(ParameterComments.Mark);

    private static bool IsBody(SyntaxNode node) => node switch
    {
        BlockSyntax or ArrowExpressionClauseSyntax or GlobalStatementSyntax => true,
        EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax } => true,
        EqualsValueClauseSyntax { Parent.Parent.Parent: FieldDeclarationSyntax field } => !field.Modifiers.Any(SyntaxKind.ConstKeyword),
        _ => false,
    };
}
