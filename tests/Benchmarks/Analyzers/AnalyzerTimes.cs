extern alias generators;

using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace TrainSdk.Benchmarks.Analyzers;

/// <summary>What each analyzer of the package takes for a project, as the compiler itself counts.</summary>
internal static class AnalyzerTimes
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> All =
    [
        .. typeof(generators::TrainSdk.Generators.TrainerGenerator).Assembly.GetTypes()
            .Where(static type => type.IsSubclassOf(typeof(DiagnosticAnalyzer)))
            .OrderBy(static type => type.Name, StringComparer.Ordinal)
            .Select(static type => (DiagnosticAnalyzer)Activator.CreateInstance(type)!),
    ];

    /// <summary>The analyzers' names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(static analyzer => analyzer.GetType().Name)];

    /// <summary>Milliseconds of each analyzer, by itself over a compilation of its own.</summary>
    public static double[] Measure(IReadOnlyList<string> files) => [.. All.Select(analyzer => Measure(analyzer, files))];

    private static double Measure(DiagnosticAnalyzer analyzer, IReadOnlyList<string> files)
    {
        var compilation = SyntheticProject.Compile(files);
        var options = new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: true);
        var run = compilation.WithAnalyzers([analyzer], options);
        // a build binds everything anyway: the analyzer that asks first is not charged for it
        _ = run.Compilation.GetDiagnostics();
        _ = run.GetAnalyzerDiagnosticsAsync().GetAwaiter().GetResult();
        return run.GetAnalyzerTelemetryInfoAsync(analyzer, CancellationToken.None).GetAwaiter().GetResult().ExecutionTime.TotalMilliseconds;
    }
}
