using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Pipeline;

/// <summary>A small project that is edited as in an editor: what is not edited stays the same object.</summary>
internal sealed record Project(CSharpCompilation Compilation, AnalyzerConfigOptionsProvider Options)
{
    public static Project Of(params string[] files) => new(GeneratorRun.Compile(files), new BuildProperties());

    /// <summary>Replaces a piece of a file's text.</summary>
    public Project Edit(int file, string before, string after)
    {
        var tree = Compilation.SyntaxTrees[file];
        Assert.Contains(before, tree.ToString(), StringComparison.Ordinal);
        return Write(file, tree.ToString().Replace(before, after, StringComparison.Ordinal));
    }

    public Project Write(int file, string text)
    {
        var tree = Compilation.SyntaxTrees[file];
        return this with { Compilation = Compilation.ReplaceSyntaxTree(tree, Parse(text, tree.FilePath)) };
    }

    public Project Add(string text) => this with { Compilation = Compilation.AddSyntaxTrees(Parse(text, "Added.cs")) };

    public Project Remove(int file) => this with { Compilation = Compilation.RemoveSyntaxTrees(Compilation.SyntaxTrees[file]) };

    public Project Rename(int file, string path) =>
        this with { Compilation = Compilation.ReplaceSyntaxTree(Compilation.SyntaxTrees[file], Compilation.SyntaxTrees[file].WithFilePath(path)) };

    /// <summary>The same texts and options, made anew: nothing that was known of them holds.</summary>
    public Project Afresh() => this with
    {
        Compilation = Compilation
            .WithOptions(Compilation.Options.WithModuleName("other").WithModuleName(Compilation.Options.ModuleName))
            .RemoveAllSyntaxTrees()
            .AddSyntaxTrees(Compilation.SyntaxTrees.Select(static tree => Parse(tree.ToString(), tree.FilePath))),
    };

    public GeneratorDriver RunIn(GeneratorDriver driver) => driver.WithUpdatedAnalyzerConfigOptions(Options).RunGenerators(Compilation);

    private static SyntaxTree Parse(string text, string path) => CSharpSyntaxTree.ParseText(text, GeneratorRun.ParseOptions, path);
}
