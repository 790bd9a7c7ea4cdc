using System.Text;
using TrainSdk.Data;

namespace TrainSdk.Text;

/// <summary>Reads texts of which a model learns the next token, for <c>[NextToken]</c>.</summary>
public static class TextFile
{
    private const long Ignored = -100;
    private const int MostTokens = ushort.MaxValue + 1;

    /// <summary>
    /// Reads a text, packed by gzip or not, as characters or bytes: inputs [window] of token numbers (int64), and as targets the same moved
    /// on by one.
    /// </summary>
    /// <param name="path">A text in UTF-8; a relative path starts at the working directory.</param>
    /// <param name="options">What a token is, and where samples begin and end.</param>
    /// <exception cref="TrainException">
    /// The file is missing or empty, no UTF-8, shorter than a window, or holds a character that the given vocabulary lacks.
    /// </exception>
    public static DataSet Load(string path, TextOptions? options = null)
    {
        options ??= new TextOptions();
        CheckWindow(options.Window, options.Stride);
        var (tokens, vocabulary) = options.Unit switch
        {
            TextUnit.Byte => (OfBytes(path, options.Lines), Vocabulary.OfBytes()),
            TextUnit.Character => OfCharacters(path, options),
            _ => throw new TrainException("a text has characters or bytes; read a file of token numbers with LoadTokens"),
        };
        var text = new TokenText(path, tokens);
        return options.Lines ? Lines(text, vocabulary, options.Window) : Windows(text, vocabulary, options);
    }

    /// <summary>
    /// Reads a file of token numbers that another program wrote, one behind the other, window by window: a file may be larger than memory.
    /// </summary>
    /// <param name="path">The file; no header, not packed.</param>
    /// <param name="options">How many tokens there are, bytes for each, and the window.</param>
    /// <exception cref="TrainException">The file is missing, holds part of a number, or is shorter than a window.</exception>
    public static DataSet LoadTokens(string path, TokenOptions options)
    {
        CheckWindow(options.Window, options.Stride);
        var file = new TokenNumbers(path, options);
        var inputs = new TokenFile(file, options, ahead: 0);
        return new DataSet([inputs], new TokenFile(file, options, ahead: 1), classNames: null)
        {
            OnBadSample = options.OnBadSample,
            RawInput = Raw(Vocabulary.OfIds(options.Vocabulary), options.Window),
        };
    }

    private static void CheckWindow(int window, int? stride)
    {
        if (window < 1 || stride < 1)
        {
            throw new TrainException($"a window of {window} tokens with a stride of {stride ?? window} cannot be; give 1 or more of each");
        }
    }

    private static InputEncoding Raw(Vocabulary vocabulary, long length) =>
        InputEncoding.None(length) with { IsTokens = true, Vocabulary = vocabulary };

    private static ushort[] OfBytes(string path, bool lines)
    {
        var bytes = TextReading.Bytes(path);
        return lines
            ? ['\n', .. bytes.Where(static value => value != '\r').Select(static value => (ushort)value), '\n']
            : Array.ConvertAll(bytes, static value => (ushort)value);
    }

    private static (ushort[] Tokens, Vocabulary Vocabulary) OfCharacters(string path, TextOptions options)
    {
        var text = TextReading.Characters(path);
        text = options.Lines ? $"\n{text}\n" : text;
        var vocabulary = options.Vocabulary ?? Vocabulary.OfCharacters(text);
        if (vocabulary.Count > MostTokens)
        {
            throw new TrainException(
                $"{path}: the text has {vocabulary.Count} different characters, and {MostTokens} are the most; read bytes");
        }
        var tokens = new List<ushort>(text.Length);
        var line = options.Lines ? 0 : 1;
        foreach (var character in text.EnumerateRunes())
        {
            var number = vocabulary.Find(character);
            tokens.Add(number >= 0 ? (ushort)number : throw new TrainException(
                $"{path}, line {line}: the character '{character}' (U+{character.Value:X4}) is not in the vocabulary; "
                    + "take it out of the text"));
            line += character.Value == '\n' ? 1 : 0;
        }
        return ([.. tokens], vocabulary);
    }

    private static DataSet Windows(TokenText text, Vocabulary vocabulary, TextOptions options)
    {
        if (text.Tokens.Length <= options.Window)
        {
            throw new TrainException(
                $"{text.Path}: the text has {text.Tokens.Length} tokens, and a window of {options.Window} needs one more than it shows; "
                    + "give more text or a smaller Window");
        }
        var stride = options.Stride ?? options.Window;
        var inputs = new TokenWindows(text, options.Window, stride, ahead: 0);
        return new DataSet([inputs], new TokenWindows(text, options.Window, stride, ahead: 1), classNames: null)
        {
            RawInput = Raw(vocabulary, options.Window),
        };
    }

    private static DataSet Lines(TokenText text, Vocabulary vocabulary, int longest)
    {
        var lines = LinesOf(text, vocabulary.Unit == TextUnit.Byte ? '\n' : vocabulary.Find(new Rune('\n')));
        if (lines.Count == 0)
        {
            throw new TrainException($"{text.Path}: all lines are blank; give a text");
        }
        if (lines.FirstOrDefault(line => line.Length > longest) is { Length: > 0 } line)
        {
            throw new TrainException(
                $"{text.Path}, line {line.Number}: the line has {line.Length - 1} tokens, and with its end {longest} are the most; "
                    + "raise Window");
        }
        var inputs = new TokenLines(text, lines, ahead: 0, padding: 0);
        return new DataSet([inputs], new TokenLines(text, lines, ahead: 1, Ignored), classNames: null)
        {
            RawInput = Raw(vocabulary with { IsLines = true }, inputs.Form.Shape[0]),
        };
    }

    private static List<(int Start, int Length, int Number)> LinesOf(TokenText text, long lineBreak)
    {
        List<(int Start, int Length, int Number)> lines = [];
        var start = 0;
        var number = 1;
        for (var at = 1; at < text.Tokens.Length; at++)
        {
            if (text.Tokens[at] == lineBreak)
            {
                if (at - start > 1)
                {
                    lines.Add((start, at - start, number));
                }
                start = at;
                number++;
            }
        }
        return lines;
    }
}
