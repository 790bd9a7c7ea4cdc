using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.CodeFixes.Editing;

/// <summary>Using directives that edits need.</summary>
internal static class Usings
{
    /// <summary>Whether a type of the namespace can be named at a position without a directive more.</summary>
    public static bool Knows(SemanticModel semantics, int position, string type) =>
        semantics.LookupNamespacesAndTypes(position, name: type).Length > 0;

    /// <summary>The file with <c>using name;</c> among its directives, where an alphabet would put it.</summary>
    public static CompilationUnitSyntax Add(CompilationUnitSyntax file, string name)
    {
        var directive = SyntaxFactory.UsingDirective(SyntaxFactory.ParseName(name))
            .NormalizeWhitespace()
            .WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"));
        var after = file.Usings.Count(there => there.Alias is null && there.StaticKeyword.RawKind == 0
            && string.CompareOrdinal(there.Name?.ToString(), name) < 0);
        if (after > 0 || file.Usings.Count > 0)
        {
            return file.WithUsings(after == 0
                ? file.Usings.Replace(file.Usings[0], file.Usings[0].WithoutLeadingTrivia())
                    .Insert(0, directive.WithLeadingTrivia(file.Usings[0].GetLeadingTrivia()))
                : file.Usings.Insert(after, directive));
        }
        return file.AddUsings(directive.WithTrailingTrivia(SyntaxFactory.ElasticEndOfLine("\n"), SyntaxFactory.ElasticEndOfLine("\n")));
    }
}
