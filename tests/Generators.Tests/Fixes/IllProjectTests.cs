using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Tests.Harness;
using TrainSdk.Tests;

namespace TrainSdk.Generators.Tests.Fixes;

/// <summary>
/// Projects as newcomers write them: taking the first offered fix of the first complaint, again and again, gives a build without a warning.
/// Generated.Tests compiles what comes out, and trains it.
/// </summary>
public sealed class IllProjectTests
{
    private const int MostFixes = 30;

    [Theory]
    [InlineData("DigitsMlp")]
    [InlineData("DigitsCnn")]
    [InlineData("WordsLstm")]
    [InlineData("HousePrices")]
    [InlineData("YesOrNo")]
    public async Task Fixes_alone_mend_it(string name)
    {
        var text = await File.ReadAllTextAsync(Repository.PathOf("tests", "Generators.Tests", "IllProjects", $"{name}.cs"));
        var complaints = (await GeneratorRun.Analyze(Analyzers.All, text)).Count(IsShown);
        Assert.True(complaints >= 3, $"{name} is not very ill");

        for (var fixes = 0; (await GeneratorRun.Analyze(Analyzers.All, text)).FirstOrDefault(IsShown) is { } complaint; fixes++)
        {
            Assert.True(fixes < MostFixes, $"{name} is never healthy: {complaint}\n{text}");
            var offered = await FixRun.Titles(complaint.Id, text);
            Assert.True(offered.Count > 0, $"nothing mends {complaint}\n{text}");
            text = await FixRun.Apply(complaint.Id, offered[0], text);
        }

        GeneratorRun.Of(text).Clean();
        Snapshot.Verify(text, $"Mended{name}");
    }

    private static bool IsShown(Diagnostic diagnostic) => diagnostic.Severity >= DiagnosticSeverity.Warning;
}
