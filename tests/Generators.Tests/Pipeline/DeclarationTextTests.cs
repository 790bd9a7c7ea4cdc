using Microsoft.CodeAnalysis.CSharp;
using TrainSdk.Generators.Parsing;

namespace TrainSdk.Generators.Tests.Pipeline;

/// <summary>Which edits of a file others can feel, and which they cannot.</summary>
public sealed class DeclarationTextTests
{
    [Theory]
    [InlineData("class A { int B() { return 1; } }", "class A { int B() { return 2; } }")]
    [InlineData("class A { int B() => 1; }", "class A { int B() => 2; }")]
    [InlineData("class A { int B { get { return 1; } } }", "class A { int B { get { return 2; } } }")]
    [InlineData("class A { int _b = 1; int C { get; } = 1; }", "class A { int _b = 2; int C { get; } = 2; }")]
    [InlineData("[Warmup(2)] class A;", "[Warmup(3)] class A;")]
    [InlineData("class A; // comment", "class A;")]
    public void StaysTheSame(string before, string after) => Assert.Equal(Of(before), Of(after));

    [Theory]
    [InlineData("class A { int B() => 1; }", "class A { long B() => 1; }")]
    [InlineData("class A { const int B = 1; }", "class A { const int B = 2; }")]
    [InlineData("enum A { B = 1 }", "enum A { B = 2 }")]
    [InlineData("class A { void B(int c = 1) { } }", "class A { void B(int c = 2) { } }")]
    [InlineData("[Warmup(2)] class A;", "[Cosine(2)] class A;")]
    [InlineData("class A { [Obsolete(\"a\")] int _b; }", "class A { [Obsolete(\"b\")] int _b; }")]
    [InlineData("/// <param name=\"b\">One.</param>\nclass A(int b);", "/// <param name=\"b\">Two.</param>\nclass A(int b);")]
    public void Changes(string before, string after) => Assert.NotEqual(Of(before), Of(after));

    // Skipped tokens are none of the tokens: the return type becomes a piece of its own, before a constructor of another name.
    [Fact]
    public void ChangesWithTheNodesOfWrongCode() => Assert.NotEqual(
        Of("class A { IEnumerable<int> B() { return null; } }"), Of("class A { IEnumerable<int> > B() { return null; } }"));

    [Fact]
    public void ChangesWithAnAccessorThatMakesAField() =>
        Assert.NotEqual(Of("class A { Linear B { get => null; } }"), Of("class A { Linear B { get => field; } }"));

    [Fact]
    public void ChangesWithADirectiveThatHoldsBehindItsBody() => Assert.NotEqual(
        Of("class A { void B() {\n#nullable disable\n} void C(string d) { } }"), Of("class A { void B() {\n#nullable enable\n} void C(string d) { } }"));

    private static string Of(string source) =>
        DeclarationText.Of(CSharpSyntaxTree.ParseText(source, new CSharpParseOptions(LanguageVersion.Preview)).GetRoot()).ForOthers;
}
