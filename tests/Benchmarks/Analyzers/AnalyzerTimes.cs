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
    /// Milliseconds of the processor for each analyzer. The first one's are what binds and builds operations: the others pay it too, and
    /// the compiler's own clock charges it to whoever asks first.
    /// </summary>
    public static double[] Measure(IReadOnlyList<string> files) => [.. All.Select(analyzer => Measure(analyzer, files))];

    // Each over a compilation of its own, which is bound before.
    private static double Measure(DiagnosticAnalyzer analyzer, IReadOnlyList<string> files)
    {
        var compilation = SyntheticProject.Compile(files);
        _ = compilation.GetDiagnostics();
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        var run = compilation.WithAnalyzers([analyzer], options);
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        _ = run.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
