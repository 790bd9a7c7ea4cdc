using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using TrainSdk.Generators.Model;

namespace TrainSdk.Generators.Parsing;

/// <summary>Tells how source is laid out: by the project's <c>.editorconfig</c>, else by a file of it, else as generated code is.</summary>
internal static class StyleReader
{
    private const int WidestIndent = 16;

    public static SourceStyle Read(SyntaxTree tree, AnalyzerConfigOptions options, CancellationToken cancel)
    {
        var text = tree.GetText(cancel).ToString();
        return new SourceStyle(HasBlockNamespaces(tree.GetRoot(cancel), options), Indent(text, options), LineEnd(text, options));
    }

    // The file's own form comes first: the setting has a default, which says nothing about the project.
    private static bool HasBlockNamespaces(SyntaxNode root, AnalyzerConfigOptions options) =>
        root.ChildNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault() switch
        {
            FileScopedNamespaceDeclarationSyntax => false,
            NamespaceDeclarationSyntax => true,
            _ => Value(options, "csharp_style_namespace_declarations").StartsWith("block_scoped", StringComparison.Ordinal),
        };

    private static string Indent(string text, AnalyzerConfigOptions options)
    {
        var style = Value(options, "indent_style");
        if (style == "tab")
        {
            return "\t";
        }
        var size = Value(options, "indent_size") is { Length: > 0 } given && given != "tab" ? given : Value(options, "tab_width");
        if (int.TryParse(size, out var width) && width is > 0 and <= WidestIndent)
        {
            return new string(' ', width);
        }
        return style.Length > 0 ? SourceStyle.Plain.Indent : IndentOf(text);
    }

    // By the first line that stands in from the margin; those of a long comment begin with a star.
    private static string IndentOf(string text)
    {
        var first = text.Split('\n').FirstOrDefault(static line => line.Length > 0 && line[0] is ' ' or '\t' && IsCode(line.Trim())) ?? "";
        var width = first.Length - first.TrimStart().Length;
        if (first.StartsWith("\t", StringComparison.Ordinal))
        {
            return "\t";
        }
        return width is > 0 and <= WidestIndent ? new string(' ', width) : SourceStyle.Plain.Indent;
    }

    private static bool IsCode(string line) => line.Length > 0 && line[0] != '*';

    private static string LineEnd(string text, AnalyzerConfigOptions options) => Value(options, "end_of_line") switch
    {
        "crlf" => "\r\n",
        "lf" => "\n",
        "cr" => "\r",
        _ => text.IndexOf('\n') is var at and > 0 && text[at - 1] == '\r' ? "\r\n" : "\n",
    };

    private static string Value(AnalyzerConfigOptions options, string key) =>
        options.TryGetValue(key, out var value) ? value.Trim().ToLowerInvariant() : "";
}
