using System.Globalization;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis;

/// <summary>Runs the analyzer and compares what it says.</summary>
internal static class Expect
{
    /// <summary>The source gets this one diagnostic, at this text, with these words in its message.</summary>
    public static async Task Only(string id, string at, string source, params string[] words)
    {
        var diagnostic = Assert.Single(await GeneratorRun.Analyze(source));
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal(at, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("{", message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    public static async Task Nothing(string source) => Assert.Empty(await GeneratorRun.Analyze(source));

    /// <summary>The generator writes nothing for the class but its manifest, and does not fail.</summary>
    public static void NoLoop(string source) => Assert.Equal(["TrainSdk.Manifest.g.cs"], GeneratorRun.Of(source).Files.Keys);

    /// <summary>The generator writes the loop all the same, and it compiles.</summary>
    public static void Loop(string source) => GeneratorRun.Of(source).Clean().Of("Training");
}
