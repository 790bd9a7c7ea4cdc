using System.Text;

namespace TrainSdk.Tasks.Elf;

/// <summary>
/// The bytes of a 64-bit little-endian ELF file. Every read is checked against the end of the file, so that a truncated or
/// hostile file ends in an <see cref="ElfFormatException"/> that says which table is wrong.
/// </summary>
/// <param name="bytes">The whole file; writes go into this array.</param>
public sealed class ElfImage(byte[] bytes)
{
    private const int HeaderSize = 64;
    private const int SectionHeaderSize = 64;
    private const int LongestName = 256;

    /// <summary>Reads the section headers.</summary>
    /// <exception cref="ElfFormatException">The file isn't ELF64 little-endian, or the table lies outside of it.</exception>
    public IReadOnlyList<ElfSection> Sections()
    {
        RequireElf64LittleEndian();
        var table = UInt64(0x28, "the ELF header");
        int entrySize = UInt16(0x3A, "the ELF header");
        int count = UInt16(0x3C, "the ELF header");
        if (count > 0 && entrySize < SectionHeaderSize)
        {
            throw new ElfFormatException($"has section headers of {entrySize} bytes, where ELF64 has {SectionHeaderSize}");
        }

        var start = Offset(table, (ulong)count * (ulong)entrySize, "the section header table");
        var sections = new ElfSection[count];
        for (var i = 0; i < count; i++)
        {
            sections[i] = Section(start + (i * entrySize));
        }

        return sections;
    }

    /// <summary>A 16-bit number at <paramref name="offset"/>.</summary>
    public ushort UInt16(int offset, string place) => (ushort)Number(offset, 2, place);

    /// <summary>A 32-bit number at <paramref name="offset"/>.</summary>
    public uint UInt32(int offset, string place) => (uint)Number(offset, 4, place);

    /// <summary>A 64-bit number at <paramref name="offset"/>.</summary>
    public ulong UInt64(int offset, string place) => Number(offset, 8, place);

    /// <summary>Writes a 16-bit number at <paramref name="offset"/>.</summary>
    public void Write(int offset, ushort value, string place)
    {
        Offset((ulong)offset, 2, place);
        bytes[offset] = (byte)value;
        bytes[offset + 1] = (byte)(value >> 8);
    }

    /// <summary>The zero-terminated name at <paramref name="offset"/> of a string table.</summary>
    public string Name(ElfSection table, uint offset)
    {
        var start = Offset(table.Offset, table.Size, "a string table");
        var end = start + (int)table.Size;
        if (offset >= table.Size)
        {
            throw new ElfFormatException($"has a name at {offset} of a string table of {table.Size} bytes");
        }

        var first = start + (int)offset;
        var length = Array.IndexOf(bytes, (byte)0, first, Math.Min(end - first, LongestName)) - first;
        return length >= 0
            ? Encoding.ASCII.GetString(bytes, first, length)
            : throw new ElfFormatException("has a name without an end in a string table");
    }

    /// <summary>Checks that a range lies in the file and gives its start as an index.</summary>
    public int Offset(ulong start, ulong size, string place) =>
        start <= (ulong)bytes.Length && size <= (ulong)bytes.Length - start
            ? (int)start
            : throw new ElfFormatException($"ends before {place} does ({bytes.Length} bytes): it is truncated or damaged");

    private ElfSection Section(int at)
    {
        const string Place = "the section header table";
        return new ElfSection(
            Type: UInt32(at + 4, Place),
            Offset: UInt64(at + 0x18, Place),
            Size: UInt64(at + 0x20, Place),
            Link: UInt32(at + 0x28, Place),
            Info: UInt32(at + 0x2C, Place));
    }

    private void RequireElf64LittleEndian()
    {
        if (bytes.Length < 4 || bytes[0] != 0x7F || bytes[1] != 'E' || bytes[2] != 'L' || bytes[3] != 'F')
        {
            throw new ElfFormatException("does not begin with the mark of an ELF file");
        }

        Offset(0, HeaderSize, "the ELF header");
        if (bytes[4] != 2 || bytes[5] != 1)
        {
            throw new ElfFormatException("is not 64-bit little-endian");
        }
    }

    private ulong Number(int offset, int size, string place)
    {
        Offset(offset < 0 ? ulong.MaxValue : (ulong)offset, (ulong)size, place);
        ulong value = 0;
        for (var i = size - 1; i >= 0; i--)
        {
            value = (value << 8) | bytes[offset + i];
        }

        return value;
    }
}
