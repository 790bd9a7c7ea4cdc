namespace TrainSdk.Tasks.Elf;

/// <summary>The symbol versions that an ELF file needs of other libraries (section type <c>SHT_GNU_verneed</c>).</summary>
public static class VersionNeeds
{
    private const uint SectionType = 0x6FFFFFFE;
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
        var end = section.Offset + section.Size;
        var need = section.Offset;
        for (var file = 0u; file < section.Info; file++)
        {
            var at = Record(image, need, end);
            int count = image.UInt16(at + 2, Place);
            var entry = need + image.UInt32(at + 8, Place);
            for (var i = 0; i < count; i++)
            {
                var auxiliary = Record(image, entry, end);
                yield return auxiliary;
                entry = Next(entry, image.UInt32(auxiliary + 12, Place), last: i == count - 1);
            }

            need = Next(need, image.UInt32(at + 12, Place), last: file == section.Info - 1);
        }
    }

    private static int Record(ElfImage image, ulong start, ulong end) =>
        start <= end && end - start >= 16
            ? image.Offset(start, 16, Place)
            : throw new ElfFormatException("has a version entry outside of the table of needed versions");

    // a step of zero before the last entry would visit one entry for ever
    private static ulong Next(ulong start, uint step, bool last) =>
        step > 0 || last ? start + step : throw new ElfFormatException("has a table of needed versions that ends before its count");
}
