namespace TrainSdk.Data.Sources;

/// <summary>The samples of one source, then those of another of the same form.</summary>
internal sealed class JoinedSource(ISampleSource first, ISampleSource second) : ISampleSource
{
    /// <inheritdoc/>
    public long Count => first.Count + second.Count;

    /// <inheritdoc/>
    public SampleForm Form => first.Form;

    /// <inheritdoc/>
    public string Identity => $"{SourceIdentity.Of(first)} {SourceIdentity.Of(second)}";

    /// <inheritdoc/>
    public void Read(long position, Span<byte> sample)
    {
        var (source, own) = Of(position);
        source.Read(own, sample);
    }

    /// <inheritdoc/>
    public string NameOf(long position)
    {
        var (source, own) = Of(position);
        return source.NameOf(own);
    }

    private (ISampleSource Source, long Position) Of(long position) =>
        position < first.Count ? (first, position) : (second, position - first.Count);
}
