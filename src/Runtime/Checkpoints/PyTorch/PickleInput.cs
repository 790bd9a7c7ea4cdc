using System.Buffers.Binary;
using System.Text;

namespace TrainSdk.Checkpoints.PyTorch;

/// <summary>The bytes of a pickle and a place in them. Nothing is read beyond the end, whatever length the bytes claim.</summary>
internal sealed class PickleInput(byte[] bytes)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private int _at;

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    public int Int32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(sizeof(uint)));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(sizeof(ulong)));

    public double Double() => BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double)));

    /// <summary>A signed whole number of so many bytes.</summary>
    public long Long(int count)
    {
        if (count > sizeof(long))
        {
            throw new FormatException($"its pickle holds a whole number of {count} bytes, more than any size of a tensor");
        }
        Span<byte> padded = stackalloc byte[sizeof(long)];
        var given = Take((uint)count);
        padded.Fill(count > 0 && given[^1] >= 0x80 ? byte.MaxValue : (byte)0);
        given.CopyTo(padded);
        return BinaryPrimitives.ReadInt64LittleEndian(padded);
    }

    /// <summary>Text of so many bytes.</summary>
    public string Text(ulong length) => Decode(Take(length));

    /// <summary>Text up to the end of the line.</summary>
    public string Line()
    {
        var length = bytes.AsSpan(_at).IndexOf((byte)'\n');
        var line = Decode(Take(length < 0 ? ulong.MaxValue : (ulong)length));
        _at++;
        return line;
    }

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)(bytes.Length - _at))
        {
            throw new FormatException("its pickle ends in the middle of a value");
        }
        var taken = bytes.AsSpan(_at, (int)count);
        _at += (int)count;
        return taken;
    }

    private static string Decode(ReadOnlySpan<byte> text)
    {
        try
        {
            return Strict.GetString(text);
        }
        catch (DecoderFallbackException error)
        {
            throw new FormatException("its pickle holds text that is not Unicode", error);
        }
    }
}
