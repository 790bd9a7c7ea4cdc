using System.Runtime.InteropServices;
using System.Text;
using TrainSdk.Data;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Text;

namespace TrainSdk.Runtime.Tests.Text;

public sealed class TextFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Path => _folder.File("text.txt");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Characters_are_numbered_in_the_order_of_their_codes_and_targets_are_one_ahead()
    {
        var data = Load("\uFEFFbabe\r\n€𝄞", new TextOptions { Window = 3 });
        var vocabulary = data.RawInput!.Vocabulary!;

        Assert.Equal(["\n", "a", "b", "e", "€", "𝄞"], vocabulary.Tokens);
        Assert.Equal(6, vocabulary.Count);
        Assert.Equal([[2L, 1, 2], [3, 0, 4]], Samples(data.Sources[0]));
        Assert.Equal([[1L, 2, 3], [0, 4, 5]], Samples(data.TargetSource));
        Assert.Equal("b€𝄞", vocabulary.Decode(vocabulary.Encode("b€𝄞")));
    }

    [Fact]
    public void Windows_may_overlap()
    {
        var data = Load("abcde", new TextOptions { Window = 2, Stride = 1 });

        Assert.Equal([[0L, 1], [1, 2], [2, 3]], Samples(data.Sources[0]));
        Assert.Equal($"{Path}, tokens from 2", data.NameOf(2));
    }

    [Fact]
    public void Bytes_are_their_own_numbers()
    {
        var data = Load("aé", new TextOptions { Window = 2, Unit = TextUnit.Byte });

        Assert.Equal([[97L, 0xC3]], Samples(data.Sources[0]));
        Assert.Equal([[0xC3L, 0xA9]], Samples(data.TargetSource));
        Assert.Equal(256, data.RawInput!.Vocabulary!.Count);
        Assert.Equal("aé", data.RawInput.Vocabulary.Decode([97, 0xC3, 0xA9]));
    }

    [Fact]
    public void Lines_begin_with_the_break_before_them_and_end_with_their_own()
    {
        var data = Load("ab\n\nc\n", new TextOptions { Lines = true });

        Assert.Equal([[0L, 1, 2], [0, 3]], Samples(data.Sources[0]));
        Assert.Equal([[1L, 2, 0], [3, 0]], Samples(data.TargetSource));
        Assert.Equal($"{Path}, line 3", data.NameOf(1));
        Assert.Equal([3L], data.InputShape);
        var memory = data.ToMemory();
        Assert.Equal([0L, 1, 2, 0, 3, 0], memory.Inputs.data<long>().ToArray());
        Assert.Equal([1L, 2, 0, 3, 0, -100], memory.Targets.data<long>().ToArray());
    }

    [Fact]
    public void The_vocabulary_is_stored_with_the_encoding()
    {
        var splits = Load("abababab", new TextOptions { Window = 2 }).Split(splitSeed: 0, validation: 0.34, test: 0);

        Assert.True(splits.Encoding.IsTokens);
        Assert.Equal(["a", "b"], splits.Encoding.Vocabulary!.Tokens);
    }

    [Theory]
    [InlineData("", "", ": the file is empty; give a text")]
    [InlineData("ab", "", ": the text has 2 tokens, and a window of 64 needs one more than it shows; give more text or a smaller Window")]
    [InlineData("a\nbx", "ab\n", ", line 2: the character 'x' (U+0078) is not in the vocabulary; take it out of the text")]
    public void What_is_wrong_is_said_with_its_line(string text, string vocabulary, string expected)
    {
        var options = new TextOptions { Vocabulary = vocabulary.Length > 0 ? Vocabulary.OfCharacters(vocabulary) : null };

        Assert.Equal(Path + expected, Assert.Throws<TrainException>(() => Load(text, options)).Message);
    }

    [Fact]
    public void A_line_that_is_too_long_is_named() => Assert.Equal(
        $"{Path}, line 2: the line has 4 tokens, and with its end 3 are the most; raise Window",
        Assert.Throws<TrainException>(() => Load("ab\nabcd\n", new TextOptions { Lines = true, Window = 3 })).Message);

    [Fact]
    public void Bytes_that_are_no_utf8_are_named_by_their_line()
    {
        File.WriteAllBytes(Path, [.. "ab\ncd\n"u8, 0xE9, (byte)'\n']);

        Assert.Equal(
            $"{Path}, line 3: the line holds bytes that are no UTF-8; save the file as UTF-8, or read bytes with Unit = TextUnit.Byte",
            Assert.Throws<TrainException>(() => TextFile.Load(Path)).Message);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public void Token_numbers_are_read_window_by_window(int bytes)
    {
        WriteTokens(bytes, 5, 4, 3, 2, 1, 0, 7);

        var data = TextFile.LoadTokens(Path, new TokenOptions { Vocabulary = 8, Window = 3, NumberBytes = bytes });

        Assert.Equal([[5L, 4, 3], [2, 1, 0]], Samples(data.Sources[0]));
        Assert.Equal([[4L, 3, 2], [1, 0, 7]], Samples(data.TargetSource));
        Assert.Equal(8, data.RawInput!.Vocabulary!.Count);
    }

    [Fact]
    public void A_token_out_of_range_is_named_by_its_place()
    {
        WriteTokens(2, 1, 2, 9, 1);
        var data = TextFile.LoadTokens(Path, new TokenOptions { Vocabulary = 8, Window = 3 });

        Assert.Equal(
            $"{Path}: token 2 is 9, and the vocabulary has 8; correct Vocabulary or NumberBytes",
            Assert.Throws<TrainException>(() => Samples(data.Sources[0])).Message);
    }

    [Fact]
    public void A_file_with_part_of_a_number_is_refused()
    {
        File.WriteAllBytes(Path, new byte[7]);

        Assert.Equal(
            $"{Path}: 7 bytes hold no whole number of tokens of 2 bytes; fetch the file again or set NumberBytes",
            Assert.Throws<TrainException>(() => TextFile.LoadTokens(Path, new TokenOptions { Vocabulary = 8 })).Message);
    }

    [Fact]
    public void A_character_that_never_occurred_is_named() => Assert.Equal(
        "the character 'z' (U+007A) did not occur in the training text; known are ab",
        Assert.Throws<TrainException>(() => Vocabulary.OfCharacters("ab").Encode("az")).Message);

    private static long[][] Samples(ISampleSource source) =>
        [.. Enumerable.Range(0, (int)source.Count).Select(position => Sample(source, position))];

    private static long[] Sample(ISampleSource source, long position)
    {
        var length = source is ISequenceSource sequences ? sequences.LengthOf(position) : source.Form.Numbers;
        var sample = new long[length];
        source.Read(position, MemoryMarshal.AsBytes(sample.AsSpan()));
        return sample;
    }

    private DataSet Load(string text, TextOptions options)
    {
        File.WriteAllText(Path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return TextFile.Load(Path, options);
    }

    private void WriteTokens(int bytes, params uint[] tokens) => File.WriteAllBytes(
        Path, [.. tokens.SelectMany(token => bytes == 2 ? BitConverter.GetBytes((ushort)token) : BitConverter.GetBytes(token))]);
}
