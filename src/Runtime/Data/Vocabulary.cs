using System.Text;

namespace TrainSdk.Data;

/// <summary>The tokens of a text and their numbers; in the weights file, so that prompts are read as the text was.</summary>
public sealed record Vocabulary
{
    private const int Bytes = 256;
    private const int MostShown = 20;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
    private readonly Dictionary<string, long> _numbers = new(StringComparer.Ordinal);

    /// <summary>What a token is.</summary>
    public TextUnit Unit { get; init; }

    /// <summary>The characters by their numbers; empty for bytes and ids.</summary>
    public IReadOnlyList<string> Tokens
    {
        get;
        init
        {
            field = value ?? [];
            _numbers = new(StringComparer.Ordinal);
            foreach (var (number, token) in field.Index())
            {
                _numbers.TryAdd(token, number);
            }
        }
    } = [];

    /// <summary>How many tokens there are, which is the size of a model's output.</summary>
    public int Count { get; init; }

    /// <summary>
    /// Whether each line was a sample of its own: what a model writes then begins after a line break, and ends at the next.
    /// </summary>
    public bool IsLines { get; init; }

    /// <summary>The characters of a text, in the order of their codes.</summary>
    public static Vocabulary OfCharacters(string text) => OfCharacters(text.EnumerateRunes().Distinct());

    /// <summary>The 256 bytes.</summary>
    public static Vocabulary OfBytes() => new() { Unit = TextUnit.Byte, Count = Bytes };

    /// <summary>Numbers from 0 to <paramref name="count"/> − 1 that another program made.</summary>
    public static Vocabulary OfIds(int count) => new() { Unit = TextUnit.Id, Count = count };

    /// <summary>The numbers of a text's tokens.</summary>
    /// <exception cref="TrainException">A character is not in the vocabulary, or tokens are ids.</exception>
    public long[] Encode(string text) => Unit switch
    {
        TextUnit.Character => [.. text.EnumerateRunes().Select(NumberOf)],
        TextUnit.Byte => [.. Utf8.GetBytes(text).Select(static value => (long)value)],
        _ => throw new TrainException("the vocabulary knows no texts, only the numbers of another program's tokens; give those"),
    };

    /// <summary>The text of tokens; bytes that are no UTF-8 become �.</summary>
    /// <exception cref="TrainException">A number is out of range, or tokens are ids.</exception>
    public string Decode(IEnumerable<long> tokens) => Unit switch
    {
        TextUnit.Character => string.Concat(tokens.Select(TextOf)),
        TextUnit.Byte => Utf8.GetString([.. tokens.Select(static token => checked((byte)token))]),
        _ => throw new TrainException("the vocabulary knows no texts, only the numbers of another program's tokens"),
    };

    /// <inheritdoc/>
    public bool Equals(Vocabulary? other) =>
        other is not null && Unit == other.Unit && Count == other.Count && IsLines == other.IsLines && Tokens.SequenceEqual(other.Tokens);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Unit, Count);

    internal static Vocabulary OfCharacters(IEnumerable<Rune> characters)
    {
        string[] tokens = [.. characters.Order().Select(static rune => rune.ToString())];
        return new Vocabulary { Unit = TextUnit.Character, Tokens = tokens, Count = tokens.Length };
    }

    /// <summary>The number of a character; −1 where it has none.</summary>
    internal long Find(Rune character) => _numbers.GetValueOrDefault(character.ToString(), -1);

    private long NumberOf(Rune character) => Find(character) is var number and >= 0
        ? number
        : throw new TrainException(
            $"the character '{character}' (U+{character.Value:X4}) did not occur in the training text; known are "
            + string.Concat(Tokens.Where(static token => !char.IsControl(token[0])).Take(MostShown))
            + (Tokens.Count > MostShown ? "…" : ""));

    private string TextOf(long token) => token >= 0 && token < Tokens.Count
        ? Tokens[(int)token]
        : throw new TrainException($"token {token} is out of range: the vocabulary has {Tokens.Count}");
}
