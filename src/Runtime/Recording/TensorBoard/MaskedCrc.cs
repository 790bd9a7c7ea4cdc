using System.Buffers.Binary;
using System.Numerics;

namespace TrainSdk.Recording.TensorBoard;

/// <summary>The check sum of TFRecord files: CRC-32C, turned and shifted so that a sum over data with sums in it stays good.</summary>
internal static class MaskedCrc
{
    private const uint Shift = 0xA282EAD8;
    private const int Turn = 15;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
        {
            crc = BitOperations.Crc32C(crc, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        }
        foreach (var single in bytes)
        {
            crc = BitOperations.Crc32C(crc, single);
        }
        return BitOperations.RotateRight(~crc, Turn) + Shift;
    }
}
