using TrainSdk.Data;

namespace TrainSdk.Benchmarks.Advising;

/// <summary>A small training, ill or well, with a label for each finding: it must be told of, it may be, or (all others) it must not.</summary>
/// <param name="Name">Its data and its illness.</param>
/// <param name="Source">The model class.</param>
/// <param name="Data">The splits for a seed.</param>
/// <param name="Must">Findings that must be told of.</param>
/// <param name="May">Findings that may be told of.</param>
internal sealed record IllRun(string Name, ModelSource Source, Func<long, DataSplits> Data, string[] Must, string[] May)
{
    /// <summary>Values in place of the attributes', by name.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; init; } = new Dictionary<string, string>();

    /// <summary>Accepts float16 on the CPU, so that it is seen without a GPU what a GPU does.</summary>
    public bool AllowsHalfOnCpu { get; init; }
}
