using TorchSharp;
using TrainSdk.Data.Sources;
using static TorchSharp.torch;

namespace TrainSdk.Data.Streams;

/// <summary>Looks at a stream's first samples: what they are like stands for all.</summary>
internal static class StreamStart
{
    private const int MostSamples = 1024;

    /// <summary>The stream as a data set, which holds the first samples for their shapes and statistics.</summary>
    /// <exception cref="TrainException">The stream is empty, or its first samples cannot be used.</exception>
    public static DataSet Read(ISampleStream stream)
    {
        using var scope = torch.NewDisposeScope();
        using var reader = stream.Open(repeats: false, seed: null, ahead: MostSamples);
        var first = reader.Read(MostSamples) ?? throw new TrainException("the stream gave no sample; give one that has at least one");
        DataSetChecks.Inputs(first.Inputs, first.Target);
        var names = stream.Options.ClassNames;
        if (first.Target.dtype == ScalarType.Int64 && first.Target.dim() == 1 && names.Count == 0)
        {
            throw new TrainException(
                "the stream's targets are class indices, and nobody knows yet how many there are; "
                + "name the classes: new DataStreamOptions { ClassNames = [\"cat\", \"dog\"] }");
        }
        ISampleSource[] inputs = [.. first.Inputs.Select(static input => new MemorySource(input))];
        return new DataSet(inputs, new MemorySource(first.Target), names.Count == 0 ? null : names)
        {
            Columns = stream.Options.Columns,
            Stream = stream,
        };
    }

    /// <summary>What is said where the number of a stream's samples is asked for.</summary>
    public static TrainException NoLength() => new(
        "the data are a stream, whose length is unknown: they cannot be counted, split or selected; "
        + "give new DataSplits(train, validation, test) a stream or a data set each");
}
