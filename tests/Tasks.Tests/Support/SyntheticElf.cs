using System.Buffers.Binary;
using System.Text;

namespace TrainSdk.Tasks.Tests.Support;

/// <summary>A small ELF64 file that holds nothing but a table of needed versions: each library with its versions.</summary>
public static class SyntheticElf
{
    private const int Header = 64;
    private const int Record = 16;

    public static byte[] Needing(params (string Library, string[] Versions)[] needs)
    {
        var names = new Names();
        var table = Table(needs, names);
        var sections = Header + table.Length + names.Length;
        var file = new byte[sections + (3 * 64)];
        new byte[] { 0x7F, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1 }.CopyTo(file, 0);
        U64(file, 0x28, (ulong)sections);
        U16(file, 0x3A, 64);
        U16(file, 0x3C, 3);
        table.CopyTo(file, Header);
        names.Bytes().CopyTo(file, Header + table.Length);
        Section(file.AsSpan(sections + 64), 0x6FFFFFFE, Header, table.Length, link: 2, info: needs.Length);
        Section(file.AsSpan(sections + 128), 3, Header + table.Length, names.Length, link: 0, info: 0);
        return file;
    }

    /// <summary>Where the flags of the n-th entry stand, counted over all libraries, when each library needs one version.</summary>
    public static int FlagsOfOnly(int entry) => Header + (entry * 2 * Record) + Record + 4;

    private static byte[] Table((string Library, string[] Versions)[] needs, Names names)
    {
        var table = new byte[Record * needs.Sum(need => 1 + need.Versions.Length)];
        var at = 0;
        foreach (var (library, versions) in needs)
        {
            U16(table, at, 1);
            U16(table, at + 2, (ushort)versions.Length);
            U32(table, at + 4, names.Add(library));
            U32(table, at + 8, Record);
            U32(table, at + 12, (uint)(Record * (1 + versions.Length)));
            at += Record;
            foreach (var version in versions)
            {
                U32(table, at + 8, names.Add(version));
                U32(table, at + 12, Record);
                at += Record;
            }
        }

        return table;
    }

    private static void Section(Span<byte> header, uint type, int offset, int size, uint link, int info)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(header[4..], type);
        BinaryPrimitives.WriteUInt64LittleEndian(header[0x18..], (ulong)offset);
        BinaryPrimitives.WriteUInt64LittleEndian(header[0x20..], (ulong)size);
        BinaryPrimitives.WriteUInt32LittleEndian(header[0x28..], link);
        BinaryPrimitives.WriteUInt32LittleEndian(header[0x2C..], (uint)info);
    }

    private static void U16(byte[] file, int at, ushort value) => BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), value);

    private static void U32(byte[] file, int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at), value);

    private static void U64(byte[] file, int at, ulong value) => BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(at), value);

    private sealed class Names
    {
        private readonly StringBuilder _text = new("\0");

        public int Length => _text.Length;

        public uint Add(string name)
        {
            var at = (uint)_text.Length;
            _text.Append(name).Append('\0');
            return at;
        }

        public byte[] Bytes() => Encoding.ASCII.GetBytes(_text.ToString());
    }
}
