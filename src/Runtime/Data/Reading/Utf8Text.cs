using System.Text;

namespace TrainSdk.Data.Reading;

/// <summary>UTF-8 that is refused where it is none, and where that is.</summary>
internal static class Utf8Text
{
    private const int Block = 1 << 16;

    /// <summary>Throws <see cref="DecoderFallbackException"/> for bytes that are no UTF-8.</summary>
    public static UTF8Encoding Strict { get; } = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The first line, from 1, of a file that holds bytes that are no UTF-8.</summary>
    public static int LineOfFault(string path)
    {
        using var file = DataFile.Open(path);
        var decoder = Strict.GetDecoder();
        var bytes = new byte[Block];
        var characters = new char[Strict.GetMaxCharCount(Block)];
        var line = 1;
        while (file.Read(bytes) is var count and > 0)
        {
            var block = bytes.AsSpan(0, count);
            try
            {
                decoder.GetChars(block, characters, flush: false);
            }
            catch (DecoderFallbackException error)
            {
                return line + block[..Math.Clamp(error.Index, 0, count)].Count((byte)'\n');
            }
            line += block.Count((byte)'\n');
        }
        return line;
    }
}
