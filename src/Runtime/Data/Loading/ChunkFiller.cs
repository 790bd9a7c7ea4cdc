namespace TrainSdk.Data.Loading;

/// <summary>Reads, and changes at random, the samples of a chunk. One per thread: it has memory to work in.</summary>
internal sealed class ChunkFiller(ChunkPlan plan)
{
    private readonly byte[] _scratch = plan.Augmenter is null ? [] : new byte[plan.Data.Sources[0].Form.Bytes];
    private volatile bool _stops;

    /// <summary>Has what is read given up after the present sample.</summary>
    public void Stop() => _stops = true;

    /// <summary>Fills the parts of a chunk row by row.</summary>
    /// <param name="parts">The inputs, then the targets.</param>
    /// <param name="start">Place in the epoch of the first sample.</param>
    /// <param name="counts">Samples by batch; on return without those that could not be read.</param>
    /// <exception cref="TrainException">A sample could not be read, and is not to be left out.</exception>
    public void Read(ChunkPart[] parts, long start, long[] counts)
    {
        var place = start;
        var firstRow = 0L;
        for (var batch = 0; batch < counts.Length; batch++)
        {
            var (size, read) = (counts[batch], 0L);
            for (var end = place + size; place < end && !_stops; place++)
            {
                read += TryRead(parts, plan.At(place), firstRow + read) ? 1 : 0;
            }
            counts[batch] = read > 0 || _stops ? read : throw NothingLeft(place - size, size);
            firstRow += size;
        }
    }

    private bool TryRead(ChunkPart[] parts, long position, long row)
    {
        try
        {
            foreach (var part in parts)
            {
                part.Room.Read(part.Source, position, row);
            }
        }
        catch (TrainException failure) when (plan.Data.OnBadSample == OnBadSample.Skip)
        {
            plan.Data.Skipped.Add(new BadSample(plan.Data.NameOf(position), failure.Message));
            return false;
        }
        plan.Augmenter?.Apply(parts[0].Room.Form, position, parts[0].Room.Row(row), _scratch);
        return true;
    }

    private TrainException NothingLeft(long start, long size) => new(
        $"none of the {size} samples of a batch could be read, the first {plan.Data.NameOf(plan.At(start))}; "
        + "are these the right files? OnBadSample.Skip leaves out single samples");
}
