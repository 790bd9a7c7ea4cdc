using System.Text;
using TrainSdk.Data;
using TrainSdk.Data.Reading;

namespace TrainSdk.Text;

/// <summary>Reads a text file as bytes or characters, and says where it is not what it should be.</summary>
internal static class TextReading
{
    private const int FirstBlock = 1 << 16;

    /// <summary>All bytes of a file, unpacked.</summary>
    public static byte[] Bytes(string path)
    {
        using var file = DataFile.Open(path);
        return DataFile.Guarded(path, () =>
        {
            using var content = new MemoryStream(FirstBlock);
            file.CopyTo(content);
            return content.Length > 0 ? content.ToArray() : throw new TrainException($"{path}: the file is empty; give a text");
        });
    }

    /// <summary>The characters of a text in UTF-8, without a byte order mark; line ends become <c>\n</c>.</summary>
    /// <exception cref="TrainException">The file is no UTF-8; the message says in which line.</exception>
    public static string Characters(string path)
    {
        var bytes = Bytes(path);
        try
        {
            var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
            var text = Utf8Text.Strict.GetString(bytes, start, bytes.Length - start);
            return text.Contains('\r') ? text.ReplaceLineEndings("\n") : text;
        }
        catch (DecoderFallbackException error)
        {
            throw new TrainException(
                $"{path}, line {Utf8Text.LineOfFault(path)}: the line holds bytes that are no UTF-8; save the file as UTF-8, "
                    + "or read bytes with Unit = TextUnit.Byte",
                error);
        }
    }
}
