using Microsoft.CodeAnalysis.CSharp;

namespace TrainSdk.Generators.Text;

/// <summary>Names in C# source.</summary>
internal static class Identifier
{
    /// <summary>The name with <c>@</c> where it is a keyword.</summary>
    public static string Escape(string name) =>
        SyntaxFacts.GetKeywordKind(name) != SyntaxKind.None || SyntaxFacts.GetContextualKeywordKind(name) != SyntaxKind.None
            ? "@" + name
            : name;

    /// <summary>
    /// <c>hidden_size</c> and <c>hiddenSize</c> become <c>HiddenSize</c>; a name that would lose its letters stays as it is.
    /// </summary>
    public static string Pascal(string name)
    {
        var words = name.Split(['_'], StringSplitOptions.RemoveEmptyEntries);
        var pascal = string.Concat(words.Select(Letters.Capitalize));
        return SyntaxFacts.IsValidIdentifier(pascal) ? pascal : name;
    }
}
