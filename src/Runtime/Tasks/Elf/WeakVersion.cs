namespace TrainSdk.Tasks.Elf;

/// <summary>
/// Marks a needed symbol version as weak (<c>VER_FLG_WEAK</c>): the dynamic loader then starts the program on a system whose
/// library is older, instead of refusing it. Right only where no relocation uses a symbol of that version.
/// </summary>
public static class WeakVersion
{
    private const ushort WeakFlag = 2;

    /// <summary>Sets the flag in <paramref name="file"/>, in place; two bytes for each entry of that name.</summary>
    /// <param name="file">The whole ELF file.</param>
    /// <param name="version">For example <c>GLIBCXX_3.4.32</c>.</param>
    /// <exception cref="ElfFormatException">The file is not ELF64 little-endian, or is damaged.</exception>
    public static WeakVersionResult Mark(byte[] file, string version)
    {
        var image = new ElfImage(file);
        var entries = VersionNeeds.FlagsOf(image, version);
        if (entries.Count == 0)
        {
            return WeakVersionResult.EntryAbsent;
        }

        var result = WeakVersionResult.AlreadyWeak;
        foreach (var entry in entries)
        {
            var flags = image.UInt16(entry, version);
            if ((flags & WeakFlag) == 0)
            {
                image.Write(entry, (ushort)(flags | WeakFlag), version);
                result = WeakVersionResult.Patched;
            }
        }

        return result;
    }
}
