using System.Buffers.Binary;
using System.Reflection.PortableExecutable;

namespace TrainSdk.Runtime.Tests.Native.Exports;

/// <summary>The names in the export directory of a PE library (Windows).</summary>
internal static class PeExports
{
    public static HashSet<string> Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var library = new PEReader(stream);
        var directory = library.PEHeaders.PEHeader!.ExportTableDirectory;
        var section = library.PEHeaders.SectionHeaders[library.PEHeaders.GetContainingSectionIndex(directory.RelativeVirtualAddress)];
        using var file = new BinaryFile(path);
        var bytes = file.Bytes((section.PointerToRawData, section.SizeOfRawData));
        var start = directory.RelativeVirtualAddress - section.VirtualAddress;
        var names = Number(start + 32) - section.VirtualAddress;
        return [.. Enumerable.Range(0, Number(start + 24)).Select(index => BinaryFile.Text(bytes, Number(names + (4 * index)) - section.VirtualAddress))];

        int Number(int at) => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at));
    }
}
