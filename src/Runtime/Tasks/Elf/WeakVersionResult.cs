namespace TrainSdk.Tasks.Elf;

/// <summary>What <see cref="WeakVersion.Mark"/> found.</summary>
public enum WeakVersionResult
{
    /// <summary>The flag was set; the file's bytes changed.</summary>
    Patched,

    /// <summary>The flag was there before; nothing changed.</summary>
    AlreadyWeak,

    /// <summary>The file doesn't need that version: nothing to repair, nothing changed.</summary>
    EntryAbsent,
}
