using Microsoft.CodeAnalysis;
using TrainSdk.Generators.Analysis.Traps;
using TrainSdk.Generators.Tests.Harness;

namespace TrainSdk.Generators.Tests.Fixes;

/// <summary>A trap and its fix.</summary>
internal static class TrapFix
{
    /// <summary>What the fix writes; it compiles, and the trap is not found in it any more.</summary>
    public static async Task<string> Mended(string id, string title, string ill)
    {
        var text = await FixRun.Apply(id, title, ill);
        Assert.True(!GeneratorRun.Compile(text).GetDiagnostics().Any(static problem => problem.Severity == DiagnosticSeverity.Error), text);
        Assert.Empty((await GeneratorRun.Analyze([new TrapAnalyzer()], text)).Where(left => left.Id == id));
        return text;
    }
}
