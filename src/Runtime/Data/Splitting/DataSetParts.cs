using TrainSdk.Data.Sources;
using TrainSdk.Data.Streams;

namespace TrainSdk.Data.Splitting;

/// <summary>Data sets made of parts of others; what is known of their samples goes with them.</summary>
internal static class DataSetParts
{
    /// <summary>The samples at the given positions, in that order.</summary>
    public static DataSet Select(DataSet data, long[] positions) => Of(
        data,
        [.. data.Sources.Select(source => SampleSources.Select(source, positions))],
        SampleSources.Select(data.TargetSource, positions),
        SampleTexts.Pick(data.SampleNames, positions),
        SampleTexts.Pick(data.Groups, positions));

    /// <summary>The samples of one data set, then those of another of the same kind.</summary>
    public static DataSet Join(DataSet first, DataSet second) => Of(
        first,
        [.. first.Sources.Zip(second.Sources, SampleSources.Join)],
        SampleSources.Join(first.TargetSource, second.TargetSource),
        SampleTexts.Join(first.SampleNames, second.SampleNames),
        SampleTexts.Join(first.Groups, second.Groups));

    /// <summary>Other samples of a data set's kind.</summary>
    public static DataSet Of(
        DataSet kind, ISampleSource[] inputs, ISampleSource targets, IReadOnlyList<string> names, IReadOnlyList<string> groups) =>
        kind.Stream is not null ? throw StreamStart.NoLength() : new(inputs, targets, kind.ClassNames)
        {
            RawInput = kind.RawInput,
            SampleNames = names,
            Groups = groups,
            OnBadSample = kind.OnBadSample,
            Skipped = kind.Skipped,
        };
}
