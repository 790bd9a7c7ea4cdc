namespace TrainSdk.Runtime.Tests.Native.Exports;

/// <summary>
/// The names in the export trie of a 64-bit Mach-O library (macOS), where <c>dlsym</c> looks; each without the underscore that the
/// format puts before every name.
/// </summary>
internal static class MachOExports
{
    private const uint Magic = 0xFEEDFACF;
    private const int HeaderSize = 32;
    private const uint DyldInfo = 0x80000022;
    private const uint ExportsTrie = 0x80000033;

    public static HashSet<string> Read(BinaryFile file)
    {
        Assert.Equal(Magic, file.UInt32(0));
        var trie = file.Bytes(FindTrie(file));
        var exports = new HashSet<string>();
        Walk(trie, 0, "", exports);
        return exports;
    }

    private static (long Start, int Length) FindTrie(BinaryFile file)
    {
        long command = HeaderSize;
        for (var left = file.UInt32(16); left > 0; left--)
        {
            var kind = file.UInt32(command);
            var at = kind == ExportsTrie ? command + 8 : command + 40;
            if (kind is ExportsTrie or DyldInfo && file.UInt32(at + 4) > 0)
            {
                return (file.UInt32(at), (int)file.UInt32(at + 4));
            }
            command += file.UInt32(command + 4);
        }
        throw new InvalidDataException("the library has no export trie");
    }

    // A node: the size of its export, if it ends a name, then its children, each with the letters that lead to it.
    private static void Walk(ReadOnlySpan<byte> trie, int node, string name, HashSet<string> exports)
    {
        var at = node;
        var size = Number(trie, ref at);
        if (size > 0)
        {
            exports.Add(name[1..]);
        }
        at += size;
        for (var children = trie[at++]; children > 0; children--)
        {
            var letters = BinaryFile.Text(trie, at);
            at += letters.Length + 1;
            Walk(trie, Number(trie, ref at), name + letters, exports);
        }
    }

    // Seven bits per byte, the lowest first; the eighth says that more follow.
    private static int Number(ReadOnlySpan<byte> trie, ref int at)
    {
        var number = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = trie[at++];
            number |= (part & 0x7F) << shift;
            if (part < 0x80)
            {
                return number;
            }
        }
    }
}
