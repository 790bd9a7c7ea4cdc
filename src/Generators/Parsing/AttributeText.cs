using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// An attribute's text for comments in generated code, as it was written but for line breaks, comments and its namespace.
/// </summary>
internal static class AttributeText
{
    private const int MaxLength = 100;
    private const string Suffix = "Attribute";

    // Most are a number, a name or a word, which stay as they are; to normalize syntax takes a hundred times as long.
    private static readonly Regex Settled = new(@"^(\w+ = )?(-?[\d.]+([eE]-?\d+)?|[A-Za-z_][\w.]*|""\w*"")$");

    public static string Of(AttributeSyntax? syntax, string className)
    {
        var name = ShortName(className);
        name += syntax?.Name.DescendantNodesAndSelf().OfType<TypeArgumentListSyntax>().FirstOrDefault() is { } types
            ? types.NormalizeWhitespace().ToString()
            : "";
        if (syntax?.ArgumentList is not { Arguments.Count: > 0 } arguments)
        {
            return $"[{name}]";
        }
        var text = $"[{name}({string.Join(", ", arguments.Arguments.Select(Plain))})]";
        return text.Length <= MaxLength && !text.Contains('\n') ? text : $"[{name}(…)]";
    }

    /// <summary>A class's name as it is written between brackets.</summary>
    public static string ShortName(string className) => className.EndsWith(Suffix, StringComparison.Ordinal)
        ? className.Substring(0, className.Length - Suffix.Length)
        : className;

    private static string Plain(AttributeArgumentSyntax argument) =>
        argument.ToString() is var text && Settled.IsMatch(text) ? text : Normalized(argument);

    private static string Normalized(AttributeArgumentSyntax argument) => argument
        .ReplaceTrivia(argument.DescendantTrivia(descendIntoTrivia: true), static (_, _) => default)
        .NormalizeWhitespace(eol: "\n")
        .ToString();
}
