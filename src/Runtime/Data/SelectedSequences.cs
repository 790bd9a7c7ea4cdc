namespace TrainSdk.Data;

/// <summary>Some of a source's sequences, in an order of their own.</summary>
internal sealed class SelectedSequences(ISequenceSource source, long[] positions) : SelectedSource(source, positions), ISequenceSource
{
    /// <inheritdoc/>
    public long Padding => source.Padding;

    /// <inheritdoc/>
    public long LengthOf(long position) => source.LengthOf(Positions[position]);
}
