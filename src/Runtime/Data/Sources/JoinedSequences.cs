namespace TrainSdk.Data.Sources;

/// <summary>The sequences of one source, then those of another.</summary>
internal sealed class JoinedSequences(ISequenceSource first, ISequenceSource second) : ISequenceSource
{
    private readonly JoinedSource _joined = new(first, second);

    /// <inheritdoc/>
    public long Count => _joined.Count;

    /// <inheritdoc/>
    public SampleForm Form { get; } = first.Form.Shape[0] >= second.Form.Shape[0] ? first.Form : second.Form;

    /// <inheritdoc/>
    public string Identity => _joined.Identity;

    /// <inheritdoc/>
    public long Padding => first.Padding;

    /// <inheritdoc/>
    public long LengthOf(long position) =>
        position < first.Count ? first.LengthOf(position) : second.LengthOf(position - first.Count);

    /// <inheritdoc/>
    public void Read(long position, Span<byte> sample) => _joined.Read(position, sample);

    /// <inheritdoc/>
    public string NameOf(long position) => _joined.NameOf(position);
}
