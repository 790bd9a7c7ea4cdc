using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace TrainSdk.Recording.TensorBoard;

/// <summary>Writes a protocol buffer: the few kinds of fields that event files have.</summary>
internal sealed class ProtoWriter
{
    private const int KindBits = 3;
    private const int Varint = 0;
    private const int Eight = 1;
    private const int Delimited = 2;
    private const int Four = 5;
    private const int More = 0x80;
    private const int BitsPerByte = 7;

    private readonly ArrayBufferWriter<byte> _bytes = new();

    // Every step has messages in messages: taken anew they would be most of what a run leaves to the garbage collector.
    private ProtoWriter? _inner;

    /// <summary>The message so far.</summary>
    public ReadOnlySpan<byte> Written => _bytes.WrittenSpan;

    public void Whole(int field, long value)
    {
        Key(field, Varint);
        Number((ulong)value);
    }

    public void Double(int field, double value)
    {
        Key(field, Eight);
        BinaryPrimitives.WriteDoubleLittleEndian(Next(sizeof(double)), value);
    }

    public void Float(int field, float value)
    {
        Key(field, Four);
        BinaryPrimitives.WriteSingleLittleEndian(Next(sizeof(float)), value);
    }

    public void Text(int field, string value)
    {
        var length = Encoding.UTF8.GetByteCount(value);
        Key(field, Delimited);
        Number((ulong)length);
        Encoding.UTF8.GetBytes(value, Next(length));
    }

    public void Bytes(int field, ReadOnlySpan<byte> value)
    {
        Key(field, Delimited);
        Number((ulong)value.Length);
        value.CopyTo(Next(value.Length));
    }

    /// <summary>Numbers side by side (packed).</summary>
    public void Doubles(int field, IReadOnlyList<double> values)
    {
        Key(field, Delimited);
        Number((ulong)values.Count * sizeof(double));
        foreach (var value in values)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(Next(sizeof(double)), value);
        }
    }

    /// <summary>A message within this one.</summary>
    public void Message(int field, Action<ProtoWriter> write)
    {
        _inner ??= new ProtoWriter();
        _inner._bytes.ResetWrittenCount();
        write(_inner);
        Bytes(field, _inner.Written);
    }

    private void Key(int field, int kind) => Number(((ulong)field << KindBits) | (uint)kind);

    private void Number(ulong value)
    {
        for (; value >= More; value >>= BitsPerByte)
        {
            Next(1)[0] = (byte)(value | More);
        }
        Next(1)[0] = (byte)value;
    }

    private Span<byte> Next(int count)
    {
        var room = _bytes.GetSpan(count)[..count];
        _bytes.Advance(count);
        return room;
    }
}
