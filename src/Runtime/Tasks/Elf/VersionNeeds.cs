namespace TrainSdk.Tasks.Elf;

/// <summary>The symbol versions that an ELF file needs of other libraries (section type <c>SHT_GNU_verneed</c>).</summary>
public static class VersionNeeds
{
    private const uint SectionType = 0x6FFFFFFE;
    private const int RecordSize = 16;
    private const string Place = "the table of needed versions";

    /// <summary>Finds where the flags (<c>vna_flags</c>) of each entry with the given name stand in the file.</summary>
    /// <exception cref="ElfFormatException">A table points outside of the file or runs in a circle.</exception>
    public static IReadOnlyList<int> FlagsOf(ElfImage image, string version)
    {
        var sections = image.Sections();
        var found = new List<int>();
        foreach (var section in sections.Where(s => s.Type == SectionType))
        {
            if (section.Link >= sections.Count)
            {
                throw new ElfFormatException($"names section {section.Link} as a string table, of {sections.Count}");
            }

            image.Offset(section.Offset, section.Size, Place);
            foreach (var entry in Entries(image, section))
            {
                if (image.Name(sections[(int)section.Link], image.UInt32(entry + 8, Place)) == version)
                {
                    found.Add(entry + 4);
                }
            }
        }

        return found;
    }

    // Verneed: version, count (u16), file, first entry, next (u32). Vernaux: hash (u32), flags, other (u16), name, next (u32)
    private static IEnumerable<int> Entries(ElfImage image, ElfSection section)
    {
        var left = section.Size / RecordSize;
        var need = section.Offset;
        for (var file = 0u; file < section.Info; file++)
        {
            var at = Record(image, section, need, ref left);
            var entry = need + image.UInt32(at + 8, Place);
            for (int count = image.UInt16(at + 2, Place); count > 0; count--)
            {
                var auxiliary = Record(image, section, entry, ref left);
                yield return auxiliary;
                entry += image.UInt32(auxiliary + 12, Place);
            }

            need += image.UInt32(at + 12, Place);
        }
    }

    // no more records than have room: links that run in a circle come to an end
    private static int Record(ElfImage image, ElfSection section, ulong start, ref ulong left)
    {
        var end = section.Offset + section.Size;
        if (start > end || end - start < RecordSize || left-- == 0)
        {
            throw new ElfFormatException("has a damaged table of needed versions");
        }

        return image.Offset(start, RecordSize, Place);
    }
}
