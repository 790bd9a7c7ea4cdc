namespace TrainSdk.Runtime.Tests.Files;

/// <summary>What happens to one call of a file system.</summary>
public enum Fault
{
    /// <summary>It fails, and changes nothing; later ones work.</summary>
    Error,

    /// <summary>It does half of its work and fails, as on a full disk; later ones work.</summary>
    HalfDone,

    /// <summary>The process is killed before it; what was written is there.</summary>
    Crash,

    /// <summary>The process is killed in the middle of it.</summary>
    CrashHalfDone,

    /// <summary>The power goes: bytes that were not flushed are lost, names are there.</summary>
    BytesLost,

    /// <summary>The power goes: bytes that were not flushed are lost, and new names of folders that were not flushed.</summary>
    AllLost,

    /// <summary>The power goes: new names of folders that were not flushed are lost, bytes are there.</summary>
    NamesLost,
}
