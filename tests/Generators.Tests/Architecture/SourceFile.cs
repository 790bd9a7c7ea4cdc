using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Architecture;

/// <summary>A parsed file of the product.</summary>
internal sealed class SourceFile
{
    private SourceFile(string path)
    {
        Path = System.IO.Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');
        Text = File.ReadAllText(path);
        Root = CSharpSyntaxTree.ParseText(Text, new CSharpParseOptions(LanguageVersion.Preview)).GetCompilationUnitRoot();
    }

    /// <summary>From the repository's root, with forward slashes.</summary>
    public string Path { get; }

    public string Text { get; }

    public CompilationUnitSyntax Root { get; }

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The first folder below the project: its room.</summary>
    public string Room => Path.Split('/') is { Length: > 3 } parts ? parts[2] : "";

    public IEnumerable<BaseTypeDeclarationSyntax> Types => Root.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
        .Where(static type => type.Parent is BaseNamespaceDeclarationSyntax or CompilationUnitSyntax);

    public override string ToString() => Path;

    public static IReadOnlyList<SourceFile> Of(params string[] folder) =>
        [.. Repository.Sources(folder).Select(static path => new SourceFile(path))];
}
