using TrainSdk.Recording.TensorBoard;

namespace TrainSdk.Runtime.Tests.Recording.TensorBoard;

public sealed class HistogramTests
{
    [Fact]
    public void EveryValueIsInTheBucketThatEndsAboveIt()
    {
        float[] values = [.. Enumerable.Range(0, 1000).Select(static at => MathF.Sin(at) * at)];
        var spread = Histogram.Of(values)!;
        Assert.Equal((values.Min(), values.Max()), ((float)spread.Min, (float)spread.Max));
        Assert.Equal(values.Sum(static value => (double)value), spread.Sum, 1e-9);
        Assert.Equal(values.Sum(static value => (double)value * value), spread.SumOfSquares, 1e-6);
        Assert.Equal(30, spread.Limits.Count);
        Assert.Equal(spread.Max, spread.Limits[^1]);
        double[] lows = [double.NegativeInfinity, .. spread.Limits.SkipLast(1)];
        double[] highs = [.. spread.Limits.SkipLast(1), double.PositiveInfinity];
        Assert.Equal(
            lows.Zip(highs).Select(bucket => values.Count(value => value >= bucket.First && value < bucket.Second)),
            spread.Counts.Select(static count => (int)count));
    }

    [Fact]
    public void EqualValuesAreInOneBucket()
    {
        var spread = Histogram.Of([2, 2, 2])!;
        Assert.Equal((2, 2, 6, 12), (spread.Min, spread.Max, spread.Sum, spread.SumOfSquares));
        Assert.Equal(3, spread.Counts.Single(static count => count > 0));
        Assert.All(spread.Limits, static limit => Assert.Equal(2, limit));
    }

    [Fact]
    public void ValuesThatAreNotFiniteAreLeftOut()
    {
        var spread = Histogram.Of([float.NaN, -1, float.PositiveInfinity, 3])!;
        Assert.Equal((-1, 3, 2), (spread.Min, spread.Max, spread.Counts.Sum()));
        Assert.Null(Histogram.Of([float.NaN]));
        Assert.Null(Histogram.Of([]));
    }
}
