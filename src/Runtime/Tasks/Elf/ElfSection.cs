namespace TrainSdk.Tasks.Elf;

/// <summary>What the version tables need of an ELF section header.</summary>
/// <param name="Type"><c>sh_type</c></param>
/// <param name="Offset">Where the section begins in the file, in bytes.</param>
/// <param name="Size">Its size in bytes.</param>
/// <param name="Link"><c>sh_link</c>: the index of the section's string table.</param>
/// <param name="Info"><c>sh_info</c>: for version needs, the number of files.</param>
public sealed record ElfSection(uint Type, ulong Offset, ulong Size, uint Link, uint Info);
