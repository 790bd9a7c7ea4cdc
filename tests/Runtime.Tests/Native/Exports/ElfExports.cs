using System.Buffers.Binary;

namespace TrainSdk.Runtime.Tests.Native.Exports;

/// <summary>The names that a 64-bit ELF library (Linux) defines for others: the global symbols of its dynamic symbol table.</summary>
internal static class ElfExports
{
    private const uint Magic = 0x464C457F;
    private const int SectionSize = 64;
    private const uint DynamicSymbols = 11;
    private const int SymbolSize = 24;
    private const int Global = 1;
    private const int Weak = 2;

    public static HashSet<string> Read(BinaryFile file)
    {
        Assert.Equal(Magic, file.UInt32(0));
        var sections = (long)file.UInt64(0x28);
        var count = file.UInt16(0x3C);
        var symbols = Enumerable.Range(0, count).Select(index => sections + (index * SectionSize)).Single(section => file.UInt32(section + 4) == DynamicSymbols);
        var names = file.Bytes(Table(file, sections + (file.UInt32(symbols + 40) * SectionSize)));
        var table = file.Bytes(Table(file, symbols));
        var exports = new HashSet<string>();
        for (var at = 0; at < table.Length; at += SymbolSize)
        {
            var binding = table[at + 4] >> 4;
            var isDefined = BinaryPrimitives.ReadUInt16LittleEndian(table.AsSpan(at + 6)) != 0;
            if (isDefined && binding is (Global or Weak))
            {
                exports.Add(BinaryFile.Text(names, (int)BinaryPrimitives.ReadUInt32LittleEndian(table.AsSpan(at))));
            }
        }
        return exports;
    }

    private static (long Start, int Length) Table(BinaryFile file, long section) =>
        ((long)file.UInt64(section + 24), checked((int)file.UInt64(section + 32)));
}
