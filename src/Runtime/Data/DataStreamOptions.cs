using TrainSdk.Data.Streams;

namespace TrainSdk.Data;

/// <summary>What there is to know of a stream of samples.</summary>
public sealed record DataStreamOptions
{
    /// <summary>
    /// Optimizer steps that make an epoch of training. A training stream needs it, because its length is unknown; it begins again where it
    /// ends, and an epoch goes on where the last one stopped. Validation and test streams are read once to their end.
    /// </summary>
    public long? StepsPerEpoch { get; init; }

    /// <summary>
    /// Samples in the buffer out of which training samples are drawn at random; default 0, for the stream's own order. Samples that stand
    /// together in the stream, such as those of one class, want a buffer that holds many such groups.
    /// </summary>
    public int ShuffleBuffer { get; init; }

    /// <summary>Names of the classes in the order of their indices; needed where targets are class indices.</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = [];

    /// <summary>Names of the input's columns, for rows of a table.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
}
