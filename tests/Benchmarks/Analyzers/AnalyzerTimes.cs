extern alias generators;

using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TrainSdk.Benchmarks.Analyzers;

/// <summary>What each analyzer of the package takes for a project.</summary>
internal static class AnalyzerTimes
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> All =
    [
        new DoNothingAnalyzer(),
        .. typeof(generators::TrainSdk.Generators.TrainerGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The analyzers' names; the first does nothing.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static analyzer => analyzer.GetType().Name)];

    /// <summary>
    /// Milliseconds of each analyzer by the compiler's own clock, as <c>/reportanalyzer</c> prints it. All run over one compilation, which
    /// was bound before, the one that does nothing first: what the compiler works out only when it is asked is charged to that one.
    /// </summary>
    public static double[] Measure(IReadOnlyList<string> files)
    {
        var compilation = SyntheticProject.Compile(files);
        _ = compilation.GetDiagnostics();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var run = compilation.WithAnalyzers(All, options);
        GC.Collect();
        var times = run.GetAnalysisResultAsync(CancellationToken.None).GetAwaiter().GetResult().AnalyzerTelemetryInfo;
        return [.. All.Select(analyzer => times[analyzer].ExecutionTime.TotalMilliseconds)];
    }
}
