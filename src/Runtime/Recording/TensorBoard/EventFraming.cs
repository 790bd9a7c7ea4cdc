using System.Buffers.Binary;

namespace TrainSdk.Recording.TensorBoard;

/// <summary>A message as it stands in a TFRecord file: its length, the length's check sum, the message, the message's check sum.</summary>
internal static class EventFraming
{
    public static void Add(MemoryStream file, ProtoWriter message)
    {
        Span<byte> length = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(length, (ulong)message.Written.Length);
        file.Write(length);
        AddSum(file, length);
        file.Write(message.Written);
        AddSum(file, message.Written);
    }

    private static void AddSum(MemoryStream file, ReadOnlySpan<byte> bytes)
    {
        Span<byte> sum = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(sum, MaskedCrc.Of(bytes));
        file.Write(sum);
    }
}
