namespace TrainSdk.Data.Sources;

/// <summary>The positions of a data set's samples.</summary>
internal static class Positions
{
    /// <summary>0 to <paramref name="count"/> − 1.</summary>
    public static IEnumerable<long> To(long count) => Between(0, count);

    /// <summary><paramref name="start"/> to <paramref name="end"/> − 1.</summary>
    public static IEnumerable<long> Between(long start, long end)
    {
        for (var position = start; position < end; position++)
        {
            yield return position;
        }
    }
}
