using System.Buffers.Binary;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace TrainSdk.Runtime.Tests.Native.Exports;

/// <summary>A large little-endian file of which only the parts asked for are read.</summary>
internal sealed class BinaryFile(string path) : IDisposable
{
    private readonly SafeFileHandle _file = File.OpenHandle(path);

    public static string Text(ReadOnlySpan<byte> bytes, int start)
    {
        var rest = bytes[start..];
        return Encoding.UTF8.GetString(rest[..rest.IndexOf((byte)0)]);
    }

    public byte[] Bytes((long Start, int Length) part)
    {
        var bytes = new byte[part.Length];
        Assert.Equal(bytes.Length, RandomAccess.Read(_file, bytes, part.Start));
        return bytes;
    }

    public ushort UInt16(long start) => BinaryPrimitives.ReadUInt16LittleEndian(Bytes((start, sizeof(ushort))));

    public uint UInt32(long start) => BinaryPrimitives.ReadUInt32LittleEndian(Bytes((start, sizeof(uint))));

    public ulong UInt64(long start) => BinaryPrimitives.ReadUInt64LittleEndian(Bytes((start, sizeof(ulong))));

    public void Dispose() => _file.Dispose();
}
