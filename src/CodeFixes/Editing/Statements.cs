using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;

namespace TrainSdk.CodeFixes.Editing;

/// <summary>Edits of statements and of the bodies around them.</summary>
internal static class Statements
{
    /// <summary>The constructor with a statement more at its end; an expression body becomes a block.</summary>
    public static ConstructorDeclarationSyntax Append(ConstructorDeclarationSyntax constructor, string code) => constructor switch
    {
        { Body: { } body } => constructor.WithBody(Append(body, code)),
        { ExpressionBody: { } arrow } => constructor
            .WithExpressionBody(null)
            .WithSemicolonToken(default)
            .WithBody(SyntaxFactory.Block(SyntaxFactory.ExpressionStatement(arrow.Expression), Parse(code)))
            .WithTrailingTrivia(constructor.GetTrailingTrivia())
            .WithAdditionalAnnotations(Formatter.Annotation),
        _ => constructor,
    };

    /// <summary>The block with a statement more at its end.</summary>
    public static BlockSyntax Append(BlockSyntax block, string code) => block.AddStatements(Parse(code));

    /// <summary>The body with a statement more at its start; a single statement becomes a block.</summary>
    public static BlockSyntax Prepend(StatementSyntax body, string code) => body is BlockSyntax block
        ? block.WithStatements(block.Statements.Insert(0, Parse(code)))
        : SyntaxFactory.Block(Parse(code), body.WithoutTrivia()).WithTriviaFrom(body).WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>A constructor of that text, as a paragraph between other members.</summary>
    public static ConstructorDeclarationSyntax Constructor(string type, string code) =>
        (ConstructorDeclarationSyntax)((ClassDeclarationSyntax)SyntaxFactory.ParseMemberDeclaration($"class {type} {{ {code} }}")!)
            .Members[0].WithoutTrivia()
            .WithLeadingTrivia(SyntaxFactory.ElasticEndOfLine("\n"))
            .WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"), SyntaxFactory.ElasticEndOfLine("\n"))
            .WithAdditionalAnnotations(Formatter.Annotation);

    /// <summary>The statement, or the member that holds it at the top level of a program.</summary>
    public static SyntaxNode UnitOf(StatementSyntax statement) => statement.Parent is GlobalStatementSyntax global ? global : statement;

    private static StatementSyntax Parse(string code) => SyntaxFactory.ParseStatement(code)
        .WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"))
        .WithAdditionalAnnotations(Formatter.Annotation);
}
