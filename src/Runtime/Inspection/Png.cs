using System.Buffers.Binary;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;

namespace TrainSdk.Inspection;

/// <summary>Packs pixels as a PNG file (ISO/IEC 15948): 8 bits, grey or red, green and blue, no filter.</summary>
internal static class Png
{
    private const byte BitsPerSample = 8;
    private const byte Grey = 0;
    private const byte Colours = 2;
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The file.</summary>
    /// <param name="pixels">Row by row, 1 or 3 bytes for each pixel.</param>
    /// <param name="width">Columns.</param>
    /// <param name="channels">1 or 3.</param>
    public static byte[] Pack(ReadOnlySpan<byte> pixels, int width, int channels)
    {
        var stride = width * channels;
        using var file = new MemoryStream();
        file.Write(Signature);
        Span<byte> header = [0, 0, 0, 0, 0, 0, 0, 0, BitsPerSample, channels == 1 ? Grey : Colours, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header[sizeof(int)..], pixels.Length / stride);
        Add(file, "IHDR", header);
        Add(file, "IDAT", Packed(pixels, stride));
        Add(file, "IEND", []);
        return file.ToArray();
    }

    // A byte before each row says that it is not filtered.
    private static byte[] Packed(ReadOnlySpan<byte> pixels, int stride)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal))
        {
            for (var row = 0; row < pixels.Length; row += stride)
            {
                zlib.WriteByte(0);
                zlib.Write(pixels.Slice(row, stride));
            }
        }
        return packed.ToArray();
    }

    private static void Add(MemoryStream file, string name, ReadOnlySpan<byte> content)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        file.Write(number);
        byte[] named = [.. Encoding.ASCII.GetBytes(name), .. content];
        file.Write(named);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.HashToUInt32(named));
        file.Write(number);
    }
}
