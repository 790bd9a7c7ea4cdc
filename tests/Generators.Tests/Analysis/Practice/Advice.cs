using System.Globalization;
using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis.Practice;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Analysis.Practice;

/// <summary>Runs the analyzer of practice and compares what it says.</summary>
internal static class Advice
{
    /// <summary>The source gets this one diagnostic, at this text, with these words in its message.</summary>
    public static async Task Only(string id, string at, string source, params string[] words) => Is(Assert.Single(await Of(source)), id, at, words);

    /// <summary>The same in a project with a backend.</summary>
    public static async Task OnlyOn(string backend, string id, string at, string source, params string[] words) =>
        Is(Assert.Single(await Of(source, backend)), id, at, words);

    public static async Task Nothing(string source, string backend = "") => Assert.Empty(await Of(source, backend));

    /// <summary>What the source gets is silenced by the pragma and by the attribute that suppresses.</summary>
    public static async Task Suppressible(string id, string source)
    {
        Assert.Contains(await Of(source), diagnostic => diagnostic.Id == id);
        Assert.DoesNotContain(await Of($"#pragma warning disable {id}\n{source}"), diagnostic => diagnostic.Id == id);
        var suppressed = source.Replace(
            "public sealed partial class", $"[System.Diagnostics.CodeAnalysis.SuppressMessage(\"TrainSdk\", \"{id}\")]\npublic sealed partial class", StringComparison.Ordinal);
        Assert.DoesNotContain(await Of(suppressed), diagnostic => diagnostic.Id == id);
    }

    public static async Task<IReadOnlyList<Diagnostic>> Of(string source, string backend = "")
    {
        Assert.DoesNotContain(GeneratorRun.Compile(source).GetDiagnostics(), static problem => problem.Severity == DiagnosticSeverity.Error && !IsOfGenerated(problem));
        return await GeneratorRun.Analyze([new PracticeAnalyzer()], backend, [source]);
    }

    private static void Is(Diagnostic diagnostic, string id, string at, string[] words)
    {
        var message = diagnostic.GetMessage(CultureInfo.InvariantCulture);
        Assert.True(id == diagnostic.Id, message);
        Assert.Equal(at, diagnostic.Location.SourceTree!.GetText().ToString(diagnostic.Location.SourceSpan));
        Assert.DoesNotContain('\n', message);
        Assert.DoesNotContain("{", message, StringComparison.Ordinal);
        Assert.All(words, word => Assert.Contains(word, message, StringComparison.Ordinal));
    }

    // hooks have no declaration before the generator has run
    private static bool IsOfGenerated(Diagnostic problem) => problem.Id is "CS0759" or "CS0117";
}
