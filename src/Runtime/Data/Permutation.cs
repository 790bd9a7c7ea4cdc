namespace TrainSdk.Data;

/// <summary>Shuffled orders that depend on the seed and the epoch alone.</summary>
public static class Permutation
{
    /// <summary>
    /// The numbers 0 to <paramref name="count"/> − 1 in an order that is a function of (seed, epoch): a Fisher–Yates shuffle.
    /// </summary>
    public static long[] Of(long count, long seed, long epoch)
    {
        var order = new long[count];
        for (var i = 0L; i < count; i++)
        {
            order[i] = i;
        }
        Shuffle(order, seed, epoch);
        return order;
    }

    /// <summary>Shuffles in place; the result is a function of the input order and (seed, stream).</summary>
    public static void Shuffle(Span<long> items, long seed, long stream)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = (int)CounterRandom.Below(i + 1, seed, stream, i);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}
