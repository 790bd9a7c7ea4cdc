namespace TrainSdk.Tasks.Elf;

/// <summary>A file is not a 64-bit little-endian ELF file, or its tables point outside of it.</summary>
/// <param name="cause">What is wrong, as half a sentence that follows the file's name.</param>
public sealed class ElfFormatException(string cause) : Exception(cause);
