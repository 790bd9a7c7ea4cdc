using TrainSdk.Data;

namespace TrainSdk.Text;

/// <summary>How a file of token numbers becomes samples of which a model learns the next token.</summary>
public sealed record TokenOptions
{
    /// <summary>How many tokens there are; larger numbers in the file are refused. Must be given.</summary>
    public required int Vocabulary { get; init; }

    /// <summary>Bytes for each number, little-endian: 2, the default, or 4.</summary>
    public int NumberBytes { get; init; } = sizeof(ushort);

    /// <summary>Tokens in a sample; default 64.</summary>
    public int Window { get; init; } = 64;

    /// <summary>Tokens from one sample's start to the next one's; default the window.</summary>
    public int? Stride { get; init; }

    /// <summary>What is done about a sample that cannot be read; default: the run ends with an error that names it.</summary>
    public OnBadSample OnBadSample { get; init; }
}
