namespace TrainSdk.Data.Sources;

/// <summary>Some of a source's sequences, in an order of their own.</summary>
internal sealed class SelectedSequences(ISequenceSource source, long[] positions) : ISequenceSource
{
    private readonly SelectedSource _selected = new(source, positions);

    /// <inheritdoc/>
    public long Count => _selected.Count;

    /// <inheritdoc/>
    public SampleForm Form => _selected.Form;

    /// <inheritdoc/>
    public string Identity => _selected.Identity;

    /// <inheritdoc/>
    public long Padding => source.Padding;

    /// <inheritdoc/>
    public long LengthOf(long position) => source.LengthOf(positions[position]);

    /// <inheritdoc/>
    public void Read(long position, Span<byte> sample) => _selected.Read(position, sample);

    /// <inheritdoc/>
    public string NameOf(long position) => _selected.NameOf(position);
}
