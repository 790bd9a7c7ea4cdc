using TrainSdk.Terminal;

namespace TrainSdk.Runtime.Tests.Terminal;

public sealed class LossTrailTests
{
    [Fact]
    public void EveryCellIsTheMeanOfEquallyManySteps()
    {
        var trail = new LossTrail(cells: 4);
        Assert.Empty(trail.Cells);
        for (var step = 0; step < 13; step++)
        {
            trail.Add(step);
        }
        Assert.Equal([1.5, 5.5, 9.5, 12], trail.Cells);
    }

    [Fact]
    public void LossesThatAreNotFiniteCountForNothing()
    {
        var trail = new LossTrail(cells: 4);
        foreach (var loss in (double[])[1, double.NaN, double.PositiveInfinity, double.NaN, double.NaN, 8])
        {
            trail.Add(loss);
        }
        Assert.Equal([1, double.NaN, 8], trail.Cells);
    }

    [Fact]
    public void TheTrailIsDrawnFromTheLowestToTheHighest()
    {
        Assert.Equal("█▅▁ ▁", Sparkline.Of([9, 5, 1, double.NaN, 1]));
        Assert.Equal("▁▁", Sparkline.Of([3, 3]));
        Assert.Equal("▁█", Sparkline.Of([double.MinValue, double.MaxValue]));
        Assert.Equal(" ", Sparkline.Of([double.NaN]));
        Assert.Equal("", Sparkline.Of([]));
    }
}
