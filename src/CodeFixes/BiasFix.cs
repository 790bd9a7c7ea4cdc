using System.Collections.Immutable;
using System.Composition;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Model;

namespace TrainSdk.CodeFixes;

/// <summary>Writes <c>bias: false</c> on a layer.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(BiasFix)), Shared]
public sealed class BiasFix : EditFix
{
    private const string Parameter = "bias";

    /// <inheritdoc/>
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [DiagnosticIds.BiasBeforeBatchNorm];

    private protected override IEnumerable<Edit> Edits(SyntaxNode node, Diagnostic diagnostic, SemanticModel semantics)
    {
        if (node is InvocationExpressionSyntax layer && semantics.GetSymbolInfo(layer).Symbol is IMethodSymbol factory)
        {
            yield return new Edit("Write bias: false", root => root.ReplaceNode(layer.ArgumentList, Without(layer.ArgumentList, factory)));
        }
    }

    private static ArgumentListSyntax Without(ArgumentListSyntax arguments, IMethodSymbol factory)
    {
        var no = SyntaxFactory.LiteralExpression(SyntaxKind.FalseLiteralExpression);
        if (Written(arguments, factory) is { } written)
        {
            return arguments.ReplaceNode(written.Expression, no.WithTriviaFrom(written.Expression));
        }
        var name = SyntaxFactory.NameColon(Parameter).WithTrailingTrivia(SyntaxFactory.Space);
        var comma = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);
        return arguments.WithArguments(SyntaxFactory.SeparatedList(
            arguments.Arguments.Add(SyntaxFactory.Argument(name, default, no)),
            arguments.Arguments.GetSeparators().Append(comma)));
    }

    private static ArgumentSyntax? Written(ArgumentListSyntax arguments, IMethodSymbol factory)
    {
        var place = factory.Parameters.FirstOrDefault(static parameter => parameter.Name == Parameter)?.Ordinal;
        return arguments.Arguments
            .Where((argument, at) => argument.NameColon is { } name ? name.Name.Identifier.ValueText == Parameter : at == place)
            .FirstOrDefault();
    }
}
