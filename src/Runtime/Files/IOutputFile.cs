namespace TrainSdk.Files;

/// <summary>A file that is being written. Each call reaches the system at once: a process that is killed loses nothing written.</summary>
internal interface IOutputFile : IDisposable
{
    /// <summary>Bytes so far.</summary>
    long Length { get; }

    /// <summary>Appends bytes.</summary>
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Reads what was written, also after somebody has deleted the file; returns fewer bytes at its end alone.</summary>
    int Read(Span<byte> bytes, long offset);

    /// <summary>Makes what was written last through a loss of power. May be called while another thread writes on.</summary>
    void Sync();
}
