using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.CodeFixes.Editing;

/// <summary>Edits of an attribute's arguments.</summary>
internal static class ArgumentEdits
{
    /// <summary>The argument that is written with its name; null where it is not, or by its place alone.</summary>
    public static AttributeArgumentSyntax? Named(AttributeSyntax attribute, string name) => attribute.ArgumentList?.Arguments
        .FirstOrDefault(argument => Is(NameOf(argument), name));

    /// <summary>The argument of a name, where the code compiles without it; null where it does not, or is not written.</summary>
    public static AttributeArgumentSyntax? Omissible(AttributeSyntax attribute, string name, SemanticModel semantics)
    {
        var parameters = (semantics.GetSymbolInfo(attribute).Symbol as IMethodSymbol)?.Parameters ?? [];
        var isRequired = parameters.Any(parameter => Is(parameter.Name, name) && !parameter.IsOptional);
        if (Named(attribute, name) is { } named)
        {
            return named.NameColon is not null && isRequired ? null : named;
        }
        var byPlace = attribute.ArgumentList?.Arguments.TakeWhile(static argument => NameOf(argument) is null).ToArray() ?? [];
        return !isRequired && byPlace.Length > 0 && byPlace.Length <= parameters.Length && Is(parameters[byPlace.Length - 1].Name, name)
            ? byPlace[^1]
            : null;
    }

    /// <summary>How a menu names what <see cref="Set"/> writes.</summary>
    public static string Title(AttributeSyntax attribute, string name, string value) =>
        char.IsLower(name[0]) ? $"[{attribute.Name}({value})]" : $"{name} = {value}";

    /// <summary>
    /// Gives an argument a value: where it is written, else at the end with its name. A name in lower case is that of the
    /// constructor's first parameter, which is written by its place.
    /// </summary>
    public static SyntaxNode Set(SyntaxNode root, AttributeSyntax attribute, string name, string value)
    {
        var code = SyntaxFactory.ParseExpression(value);
        if ((Named(attribute, name) ?? Positional(attribute, name)) is { } written)
        {
            return root.ReplaceNode(written.Expression, code.WithTriviaFrom(written.Expression));
        }
        var argument = char.IsLower(name[0])
            ? SyntaxFactory.AttributeArgument(code)
            : SyntaxFactory.AttributeArgument(SyntaxFactory.NameEquals(name), null, code).NormalizeWhitespace();
        var others = attribute.ArgumentList?.Arguments ?? [];
        AttributeArgumentSyntax[] all = char.IsLower(name[0]) ? [argument, .. others] : [.. others, argument];
        return root.ReplaceNode(attribute, attribute.WithArgumentList(List(all)));
    }

    /// <summary>Takes an argument off, and the parentheses where it was the last one.</summary>
    public static SyntaxNode Remove(SyntaxNode root, AttributeArgumentSyntax argument)
    {
        var attribute = (AttributeSyntax)argument.Parent!.Parent!;
        var rest = attribute.ArgumentList!.Arguments.Remove(argument);
        return root.ReplaceNode(attribute, attribute.WithArgumentList(rest.Count == 0 ? null : attribute.ArgumentList.WithArguments(rest)));
    }

    private static AttributeArgumentSyntax? Positional(AttributeSyntax attribute, string name) =>
        char.IsLower(name[0]) && attribute.ArgumentList?.Arguments.FirstOrDefault() is { NameEquals: null, NameColon: null } first
            ? first
            : null;

    private static SyntaxToken Comma { get; } = SyntaxFactory.Token(SyntaxKind.CommaToken).WithTrailingTrivia(SyntaxFactory.Space);

    private static AttributeArgumentListSyntax List(AttributeArgumentSyntax[] arguments) => SyntaxFactory.AttributeArgumentList(
        SyntaxFactory.SeparatedList(arguments, Enumerable.Repeat(Comma, arguments.Length - 1)));

    private static bool Is(string? written, string name) => string.Equals(written, name, StringComparison.OrdinalIgnoreCase);

    private static string? NameOf(AttributeArgumentSyntax argument) =>
        (argument.NameEquals?.Name ?? argument.NameColon?.Name)?.Identifier.ValueText;
}
