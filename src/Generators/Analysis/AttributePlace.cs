using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.Generators.Analysis;

/// <summary>Where an attribute or one of its arguments stands in the source.</summary>
internal static class AttributePlace
{
    /// <summary>The first of the arguments that is written; the attribute where none is.</summary>
    public static Location Of(AttributeData attribute, IReadOnlyCollection<string> arguments, CancellationToken cancel)
    {
        if (attribute.ApplicationSyntaxReference?.GetSyntax(cancel) is not AttributeSyntax syntax)
        {
            return Location.None;
        }
        var written = syntax.ArgumentList?.Arguments.Where((argument, position) =>
            arguments.Contains(NameOf(argument, position, attribute), StringComparer.OrdinalIgnoreCase));
        return written?.FirstOrDefault()?.GetLocation() ?? syntax.GetLocation();
    }

    private static string NameOf(AttributeArgumentSyntax argument, int position, AttributeData attribute)
    {
        if ((argument.NameEquals?.Name ?? argument.NameColon?.Name) is { } name)
        {
            return name.Identifier.ValueText;
        }
        var parameters = attribute.AttributeConstructor?.Parameters;
        return position < parameters?.Length ? parameters.Value[position].Name : "";
    }
}
