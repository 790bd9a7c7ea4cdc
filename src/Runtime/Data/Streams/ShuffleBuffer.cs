namespace TrainSdk.Data.Streams;

/// <summary>Draws the items of a stream at random out of a buffer that it fills up again.</summary>
internal static class ShuffleBuffer
{
    private static readonly long Purpose = SampleRandom.PurposeOf(nameof(ShuffleBuffer));

    /// <summary>Every item once, in an order that is a function of the stream, (seed, pass) and the buffer's size.</summary>
    public static IEnumerable<T> Of<T>(IEnumerable<T> items, int size, long seed, long pass)
    {
        var random = new SampleRandom(seed, pass, 0, Purpose);
        var buffer = new List<T>(size);
        foreach (var item in items)
        {
            if (buffer.Count < size)
            {
                buffer.Add(item);
                continue;
            }
            var at = random.Below(size);
            yield return buffer[at];
            buffer[at] = item;
        }
        while (buffer.Count > 0)
        {
            var at = random.Below(buffer.Count);
            yield return buffer[at];
            buffer[at] = buffer[^1];
            buffer.RemoveAt(buffer.Count - 1);
        }
    }
}
