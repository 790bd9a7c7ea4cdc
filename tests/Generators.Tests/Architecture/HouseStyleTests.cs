using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.Generators.Tests.Architecture;

/// <summary>What holds of every C# file of the product (style.md, rules 7, 9 and 10).</summary>
public sealed class HouseStyleTests
{
    private const int FileLines = 200;
    private const int MethodLines = 40;
    private const int LineLength = 140;

    private static readonly string[] Unfinished = ["TODO", "FIXME", "HACK", "NotImplementedException"];
    private static readonly IReadOnlyList<SourceFile> Files = SourceFile.Of("src");

    [Fact]
    public void Files_are_short() => Assert.DoesNotContain(Files, static file => file.Text.Split('\n').Length > FileLines);

    [Fact]
    public void Lines_are_readable() => Assert.Empty(Files.SelectMany(static file => file.Text.Split('\n')
        .Where(static line => line.Length > LineLength)
        .Select(line => $"{file}: {line}")));

    [Fact]
    public void Methods_are_short() => Assert.Empty(Files.SelectMany(static file => file.Root.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
        .Where(static method => method.ToString().Split('\n').Length > MethodLines)
        .Select(method => $"{file}: {method.Parent}")));

    [Fact]
    public void Classes_are_sealed_static_or_meant_as_a_base() => Assert.Empty(Files.SelectMany(static file => file.Types.OfType<TypeDeclarationSyntax>()
        .Where(static type => type is ClassDeclarationSyntax or RecordDeclarationSyntax { RawKind: (int)SyntaxKind.RecordDeclaration })
        .Where(static type => !type.Modifiers.Any(static modifier => modifier.Kind() is SyntaxKind.SealedKeyword or SyntaxKind.StaticKeyword or SyntaxKind.AbstractKeyword))
        .Where(static type => type.Identifier.ValueText != "TrainException")
        .Select(type => $"{file}: {type.Identifier}")));

    [Fact]
    public void A_file_holds_one_type_and_is_named_after_it() => Assert.Empty(Files
        .Where(static file => file.Types.Count() != 1 || file.Name.Split('{')[0] != file.Types.Single().Identifier.ValueText)
        .Select(static file => $"{file}: {string.Join(", ", file.Types.Select(static type => type.Identifier.ValueText))}"));

    [Fact]
    public void Namespaces_are_file_scoped() =>
        Assert.DoesNotContain(Files, static file => file.Root.DescendantNodes().OfType<NamespaceDeclarationSyntax>().Any());

    [Fact]
    public void Nothing_is_left_unfinished() => Assert.DoesNotContain(
        Files, static file => Unfinished.Any(word => file.Text.Contains(word, StringComparison.Ordinal)));

    [Fact]
    public void No_file_has_a_byte_order_mark_or_carriage_returns() => Assert.DoesNotContain(
        Files, static file => file.Text.Contains('\r') || file.Text.StartsWith('\uFEFF'));

    // A catch that throws on lets nothing disappear; the command line's is the one place where every failure becomes an exit code.
    [Fact]
    public void Nothing_catches_everything() => Assert.Empty(Files.SelectMany(static file => file.Root.DescendantNodes().OfType<CatchClauseSyntax>()
        .Where(static clause => clause.Filter is null && clause.Declaration?.Type.ToString() is null or "Exception" or "System.Exception")
        .Where(static clause => !clause.Block.Statements.Any(static statement => statement is ThrowStatementSyntax { Expression: null }))
        .Where(_ => file.Name != "TrainCommandLine")
        .Select(clause => $"{file}: {clause}")));
}
