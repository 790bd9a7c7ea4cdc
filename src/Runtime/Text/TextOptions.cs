using TrainSdk.Data;

namespace TrainSdk.Text;

/// <summary>How a text becomes samples of which a model learns the next token.</summary>
public sealed record TextOptions
{
    /// <summary>What a token is: a character, the default, or a byte.</summary>
    public TextUnit Unit { get; init; } = TextUnit.Character;

    /// <summary>Tokens in a sample; default 64. Longer lines, where <see cref="Lines"/> are samples, are refused by their number.</summary>
    public int Window { get; init; } = 64;

    /// <summary>
    /// Tokens from one sample's start to the next one's; default the window, so that every token is learned once in an epoch. What is left
    /// over at the end is not used.
    /// </summary>
    public int? Stride { get; init; }

    /// <summary>
    /// Whether each line is a sample of its own, such as a word: from a line break, which starts it, to the line break that ends it. Blank
    /// lines are passed over. Default false: windows over the whole text.
    /// </summary>
    public bool Lines { get; init; }

    /// <summary>The tokens that there are, for a text that is read like another; null takes those that occur.</summary>
    public Vocabulary? Vocabulary { get; init; }
}
