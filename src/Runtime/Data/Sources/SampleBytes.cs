namespace TrainSdk.Data.Sources;

/// <summary>Reads samples and makes sure that what goes wrong names the sample.</summary>
internal static class SampleBytes
{
    /// <summary>Reads a sample.</summary>
    /// <param name="source">Where it comes from.</param>
    /// <param name="position">Sample from 0.</param>
    /// <param name="room">Room for it, or for the longest sequence of a batch.</param>
    /// <returns>The part of the room that the sample takes.</returns>
    /// <exception cref="TrainException">It cannot be used.</exception>
    public static Span<byte> Read(ISampleSource source, long position, Span<byte> room)
    {
        var part = source is ISequenceSource sequences
            ? room[..(int)(source.Form.Bytes / source.Form.Shape[0] * sequences.LengthOf(position))]
            : room;
        try
        {
            source.Read(position, part);
            return part;
        }
        catch (Exception failure) when (failure is not TrainException and not OutOfMemoryException)
        {
            throw new TrainException($"{source.NameOf(position)} could not be read: {failure.Message.ReplaceLineEndings(" ")}", failure);
        }
    }
}
