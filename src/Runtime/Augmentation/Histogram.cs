namespace TrainSdk.Augmentation;

/// <summary>How often each byte occurs.</summary>
internal static class Histogram
{
    /// <summary>Counts bytes into 256 places.</summary>
    public static void Count(ReadOnlySpan<byte> pixels, Span<int> histogram)
    {
        histogram.Clear();
        foreach (var value in pixels)
        {
            histogram[value]++;
        }
    }
}
