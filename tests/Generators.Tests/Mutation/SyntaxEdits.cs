using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace TrainSdk.Generators.Tests.Mutation;

/// <summary>Edits of a file by the pieces of its syntax, as someone makes them who types, pastes, renames and deletes.</summary>
internal sealed class SyntaxEdits(CompilationUnitSyntax root, Random random)
{
    private readonly string _text = root.ToFullString();
    private readonly SyntaxNode[] _nodes = [.. root.DescendantNodes().Where(static node => node.Span.Length > 0)];
    private readonly SyntaxToken[] _tokens = [.. root.DescendantTokens().Where(static token => token.Span.Length > 0)];

    /// <summary>The text after one edit.</summary>
    public string Any() => _nodes.Length == 0 ? _text + Draw(Fragments.Members) : random.Next(14) switch
    {
        0 => Replace(Node().Span, ""),
        1 => Replace(Token().Span, ""),
        2 => Duplicate(Node().FullSpan),
        3 => Duplicate(Token().FullSpan),
        4 => Swap(Node().Span, Node().Span),
        5 => Swap(Token().Span, Token().Span),
        6 => Replace(Node().Span, Node().ToString()),
        7 => OfKind<ExpressionSyntax>(node => Replace(node.Span, Draw(Fragments.Expressions))),
        8 => OfKind<LiteralExpressionSyntax>(node => Replace(node.Span, Draw(Fragments.Expressions))),
        9 => OfKind<AttributeSyntax>(EditAttribute),
        10 => OfKind<AttributeSyntax>(EditAttribute),
        11 => OfKind<MemberDeclarationSyntax>(InsertMember),
        12 => OfKind<StatementSyntax>(node => _text.Insert(node.SpanStart, Draw(Fragments.Statements) + " ")),
        _ => Word(),
    };

    private static bool IsTelling(SyntaxNode node) => node
        is MemberDeclarationSyntax or AttributeListSyntax or AttributeSyntax or AttributeArgumentSyntax or ParameterSyntax or ArgumentSyntax
        or BaseListSyntax or StatementSyntax or InvocationExpressionSyntax or ConstructorInitializerSyntax or TypeSyntax;

    // Half of the draws meet the pieces that carry meaning, which are few beside the names in them.
    private SyntaxNode Node()
    {
        var telling = random.Next(2) == 0 ? _nodes.Where(IsTelling).ToArray() : [];
        return Draw(telling.Length > 0 ? telling : _nodes);
    }

    private SyntaxToken Token() => Draw(_tokens);

    private T Draw<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    private string OfKind<TNode>(Func<TNode, string> edit)
        where TNode : SyntaxNode
    {
        TNode[] nodes = [.. _nodes.OfType<TNode>()];
        return nodes.Length > 0 ? edit(Draw(nodes)) : Duplicate(Node().FullSpan);
    }

    private string Replace(TextSpan span, string text) => _text.Remove(span.Start, span.Length).Insert(span.Start, text);

    private string Duplicate(TextSpan span) => _text.Insert(span.End, _text.Substring(span.Start, span.Length));

    private string Swap(TextSpan one, TextSpan other)
    {
        if (one.OverlapsWith(other) || one == other)
        {
            return Replace(one, "");
        }
        var (first, second) = one.Start < other.Start ? (one, other) : (other, one);
        return string.Concat(
            _text[..first.Start], _text[second.Start..second.End], _text[first.End..second.Start], _text[first.Start..first.End], _text[second.End..]);
    }

    private string EditAttribute(AttributeSyntax attribute)
    {
        var argument = Draw(Fragments.Expressions);
        return random.Next(6) switch
        {
            0 => Replace(attribute.Name.Span, Draw(Fragments.Attributes)),
            1 => _text.Insert(attribute.SpanStart, $"{Draw(Fragments.Attributes)}, "),
            2 => _text.Insert(attribute.SpanStart, $"{Draw(Fragments.Attributes)}({argument}), "),
            3 => Replace(attribute.Span, $"{attribute.Name}({argument}, {Draw(Fragments.ArgumentNames)} = {Draw(Fragments.Expressions)})"),
            4 => Replace(attribute.Span, $"{attribute.Name}({Draw(Fragments.ArgumentNames)}: {argument}"),
            _ => attribute.ArgumentList is { Arguments.Count: > 0 } list
                ? Replace(Draw(list.Arguments).Span, $"{Draw(Fragments.ArgumentNames)} = {argument}")
                : Replace(attribute.Span, $"{attribute.Name}<{argument}>()"),
        };
    }

    private string InsertMember(MemberDeclarationSyntax member)
    {
        var at = random.Next(2) == 0 ? member.SpanStart : member.Span.End;
        return _text.Insert(at, $"\n{Draw(Fragments.Members)}\n");
    }

    // A name becomes another name of the file, a keyword another keyword.
    private string Word()
    {
        var word = Draw([.. _tokens.Where(static token => token.IsKeyword() || token.IsKind(SyntaxKind.IdentifierToken))]);
        return Replace(word.Span, word.IsKeyword() ? Draw(Fragments.Keywords) : Token().Text);
    }
}
