namespace TrainSdk.Data.Sources;

/// <summary>Some of a source's samples, in an order of their own.</summary>
internal sealed class SelectedSource(ISampleSource source, long[] positions) : ISampleSource
{
    /// <inheritdoc/>
    public long Count => positions.Length;

    /// <inheritdoc/>
    public SampleForm Form => source.Form;

    /// <inheritdoc/>
    public string Identity => $"{SourceIdentity.Of(source)} {SourceIdentity.Of(positions)}";

    /// <inheritdoc/>
    public void Read(long position, Span<byte> sample) => source.Read(positions[position], sample);

    /// <inheritdoc/>
    public string NameOf(long position) => source.NameOf(positions[position]);
}
