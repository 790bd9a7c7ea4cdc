namespace TrainSdk.Data;

/// <summary>The sequences of one source, then those of another.</summary>
internal sealed class JoinedSequences(ISequenceSource first, ISequenceSource second) : JoinedSource(first, second), ISequenceSource
{
    /// <inheritdoc/>
    public long Padding => first.Padding;

    /// <inheritdoc/>
    public long LengthOf(long position)
    {
        var (source, own) = Of(position);
        return ((ISequenceSource)source).LengthOf(own);
    }
}
