using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// What a file declares, as a text to compare: its tokens, directives and documentation without the bodies of members and the arguments of
/// types' attributes. Of a type's attributes others see no more than the names.
/// </summary>
internal static class DeclarationText
{
    public const char End = '\n';

    public static string Of(SyntaxNode root)
    {
        var text = new StringBuilder();
        foreach (var piece in root.DescendantNodesAndTokens(static node => !IsBody(node) && !IsAttributeOfType(node)))
        {
            if (piece.AsToken() is { RawKind: not 0 } token)
            {
                Add(text, token);
            }
            else if (piece.AsNode() is { } node && IsBody(node))
            {
                text.Append(node.Kind()).Append(End);
            }
            else if (piece.AsNode() is AttributeListSyntax list && IsAttributeOfType(list))
            {
                list.Attributes.ToList().ForEach(attribute => text.Append(attribute.Name).Append(End));
            }
        }
        return text.ToString();
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

    private static bool IsAttributeOfType(SyntaxNode node) => node is AttributeListSyntax { Parent: BaseTypeDeclarationSyntax };
}
