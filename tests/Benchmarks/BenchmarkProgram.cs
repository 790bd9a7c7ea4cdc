using System.Globalization;
using TrainSdk.Benchmarks.Kills;
using TrainSdk.Benchmarks.Measuring;
using TrainSdk.Benchmarks.Startup;
using TrainSdk.Settings;

namespace TrainSdk.Benchmarks;

/// <summary>Runs the benchmark that the first argument names.</summary>
internal static class BenchmarkProgram
{
    private static readonly IReadOnlyList<IBenchmark> All =
    [
        new LoopBenchmark(), new DataBenchmark(), new OptimBenchmark(), new AmpBenchmark(), new MemoryBenchmark(), new StartupBenchmark(),
        new CheckpointBenchmark(), new KillBenchmark(), new FuzzBenchmark(), new AccuracyBenchmark(), new AnalyzersBenchmark(),
        new GeneratorBenchmark(), new RecordingBenchmark(), new AdviceBenchmark(), new CureBenchmark(), new RateBenchmark(),
    ];

    /// <returns>The exit code: 0, or 1 for wrong use with one line on <paramref name="errors"/>.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is [] or ["--help"] or ["-h"])
        {
            Help(output);
            return 0;
        }
        if (arguments is [StartupChild.Argument, var threads, var samples])
        {
            StartupChild.Run(int.Parse(threads, CultureInfo.InvariantCulture), int.Parse(samples, CultureInfo.InvariantCulture), output);
            return 0;
        }
        try
        {
            if (arguments is [KilledChild.Argument, _, _, _, _])
            {
                KilledChild.Run(arguments.AsSpan(1), output);
                return 0;
            }
            var benchmark = Find(arguments[0]);
            var options = BenchmarkOptions.Parse(arguments.AsSpan(1));
            var report = new Report(output, errors);
            report.Line(Machine.Describe());
            benchmark.Run(options, report);
            return 0;
        }
        catch (TrainException exception)
        {
            errors.WriteLine(exception.Message);
            return 1;
        }
    }

    private static IBenchmark Find(string name)
    {
        var names = All.Select(static benchmark => benchmark.Name);
        return All.FirstOrDefault(benchmark => benchmark.Name == name)
            ?? throw new TrainException(
                $"benchmark '{name}' is unknown{NearestName.Suggest(name, names)}; there are {string.Join(", ", names)}");
    }

    private static void Help(TextWriter output)
    {
        output.WriteLine("dotnet run -c Release --project tests/Benchmarks -- NAME [options]");
        output.WriteLine();
        foreach (var benchmark in All)
        {
            output.WriteLine($"  {benchmark.Name,-10} {benchmark.Summary}");
        }
        output.WriteLine();
        output.WriteLine(BenchmarkOptions.Help);
    }
}
