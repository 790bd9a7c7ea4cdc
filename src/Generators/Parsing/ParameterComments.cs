using System.Xml;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.Generators.Parsing;

/// <summary>
/// Reads a constructor's <c>///</c> comments from its source text: the compiler has no documentation where no documentation file is
/// asked for.
/// </summary>
internal static class ParameterComments
{
    public const string Mark = "///";

    /// <summary>Comment by parameter, in one line; empty where there is none or it is no XML.</summary>
    public static IReadOnlyDictionary<string, string> Of(IMethodSymbol constructor, CancellationToken cancel)
    {
        var declaration = constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancel);
        // a primary constructor's parameters are described on the class
        return declaration is BaseMethodDeclarationSyntax or TypeDeclarationSyntax
            ? Parse(TextOf(declaration))
            : new Dictionary<string, string>();
    }

    private static string TextOf(SyntaxNode declaration)
    {
        var lines = declaration.GetLeadingTrivia().ToFullString().Split('\n').Select(static line => line.Trim());
        var comments = lines.Where(static line => line.StartsWith(Mark, StringComparison.Ordinal));
        return string.Join("\n", comments.Select(static line => line.Substring(Mark.Length)));
    }

    private static Dictionary<string, string> Parse(string xml)
    {
        var comments = new Dictionary<string, string>();
        try
        {
            foreach (var parameter in XElement.Parse($"<doc>{xml}</doc>").Elements("param"))
            {
                if (parameter.Attribute("name")?.Value is { } name)
                {
                    comments[name] = string.Join(
                        " ", Plain(parameter).Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
                }
            }
        }
        catch (XmlException)
        {
            comments.Clear();
        }
        return comments;
    }

    // <paramref name="x"/> and <see cref="N.X"/> carry their words in an attribute.
    private static string Plain(XElement element) => string.Concat(element.Nodes().Select(static node => node switch
    {
        XText text => text.Value,
        XElement { HasElements: false, IsEmpty: true } reference => Reference(reference),
        XElement inner => Plain(inner),
        _ => "",
    }));

    private static string Reference(XElement element)
    {
        var named = element.Attributes().FirstOrDefault(static attribute => attribute.Name.LocalName is "name" or "cref" or "langword");
        var name = named?.Value ?? "";
        return name.Substring(name.LastIndexOf('.') + 1);
    }
}
