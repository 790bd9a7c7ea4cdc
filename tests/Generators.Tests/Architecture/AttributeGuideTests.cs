using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace TrainSdk.Generators.Tests.Architecture;

/// <summary>
/// What an IDE shows over an attribute is a tuning guide: what it does, how to start and what to watch for, and each argument with its
/// meaning and its default.
/// </summary>
public sealed class AttributeGuideTests
{
    private const int FewestWords = 20;

    private static readonly SourceFile[] Attributes =
        [.. SourceFile.Of("src", "Runtime", "Features").Where(static file => file.Name.EndsWith("Attribute", StringComparison.Ordinal))];

    public static TheoryData<string> Names => [.. Attributes.Select(static file => file.Name)];

    [Fact]
    public void There_are_attributes() => Assert.Equal(48, Attributes.Length);

    [Theory]
    [MemberData(nameof(Names))]
    public void It_says_what_it_does_and_how_to_start(string name)
    {
        var type = Of(name);
        Assert.True(Words(type, "summary") >= FewestWords, "the summary says what it does");
        Assert.True(Words(type, "remarks") >= FewestWords, "the remarks say how to start and what to watch for");
        Assert.Contains(type.Identifier.ValueText[..^"Attribute".Length], File.ReadAllText(PageOf(name)), StringComparison.Ordinal);
    }

    // A diagnostic that the guide names is one that there is.
    [Theory]
    [MemberData(nameof(Names))]
    public void It_names_diagnostics_that_there_are(string name) => Assert.All(
        Regex.Matches(Of(name).GetLeadingTrivia().ToString(), "TRAIN[0-9]{4}"),
        static match => Assert.Contains(match.Value, Harness.Analyzers.Ids));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_argument_has_its_meaning(string name)
    {
        var type = Of(name);
        Assert.All(type.Members.OfType<PropertyDeclarationSyntax>(), static property => Assert.True(Words(property, "summary") > 1, property.Identifier.Text));
        Assert.All(type.ParameterList?.Parameters ?? [], parameter => HasParameter(type, parameter));
        Assert.All(
            type.Members.OfType<ConstructorDeclarationSyntax>(),
            static constructor =>
            {
                Assert.Contains("<inheritdoc cref=", constructor.GetLeadingTrivia().ToString(), StringComparison.Ordinal);
                Assert.All(constructor.ParameterList.Parameters, parameter => HasParameter(constructor, parameter));
            });
    }

    private static ClassDeclarationSyntax Of(string name) =>
        Attributes.Single(file => file.Name == name).Root.DescendantNodes().OfType<ClassDeclarationSyntax>().Single();

    private static string PageOf(string name) => Harness.Repository.PathOf("docs", "attributes", $"{name[..^"Attribute".Length]}.md");

    private static void HasParameter(SyntaxNode owner, ParameterSyntax parameter) => Assert.Contains(
        $"<param name=\"{parameter.Identifier.ValueText}\">", owner.GetLeadingTrivia().ToString(), StringComparison.Ordinal);

    private static int Words(SyntaxNode owner, string tag)
    {
        var text = owner.GetLeadingTrivia().ToString();
        return text.Contains($"<{tag}>", StringComparison.Ordinal)
            ? text.Split($"<{tag}>")[1].Split($"</{tag}>")[0].Split([' ', '\n', '/'], StringSplitOptions.RemoveEmptyEntries).Length
            : 0;
    }
}
