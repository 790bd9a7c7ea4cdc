using TrainSdk.Benchmarks.Measuring;

namespace TrainSdk.Benchmarks;

/// <summary>One question about speed or memory.</summary>
internal interface IBenchmark
{
    /// <summary>What it is called on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, in one line.</summary>
    string Summary { get; }

    void Run(BenchmarkOptions options, Report report);
}
