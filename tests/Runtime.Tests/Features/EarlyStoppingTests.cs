namespace TrainSdk.Runtime.Tests.Features;

public sealed class EarlyStoppingTests
{
    [Theory]
    [InlineData(2, 0, new[] { 3, 2, 2.5, 2.5 }, 3)]
    [InlineData(2, 0, new[] { 3, 2, 2, 2.0 }, 3)]
    [InlineData(2, 0, new[] { 3, 3.5, 2, 3, 1, 3, 3 }, 6)]
    [InlineData(1, 0, new[] { 1, 1.0 }, 1)]
    [InlineData(2, 0.5, new[] { 3, 2.6, 2.55 }, 2)]
    [InlineData(2, 0.5, new[] { 3, 2.6, 2.4, 2.3, 2.2 }, 4)]
    [InlineData(3, 0, new[] { double.NaN, double.NaN, double.NaN }, 2)]
    [InlineData(2, 0, new[] { 3, double.NaN, 2, double.NaN, double.NaN }, 4)]
    public void ItStopsAfterThePatience(int patience, double minDelta, double[] losses, int stopsAt)
    {
        var earlyStop = new EarlyStopping(patience, minDelta);
        Assert.Equal(stopsAt, Array.FindIndex(losses, earlyStop.Update));
    }

    [Fact]
    public void ItGoesOnWhileTheLossFalls()
    {
        var earlyStop = new EarlyStopping(1);
        Assert.DoesNotContain(Enumerable.Range(0, 100), epoch => earlyStop.Update(100 - epoch));
    }

    [Theory]
    [InlineData(2, 0, new[] { 0.1, 0.5, 0.4, 0.5 }, 3)]
    [InlineData(2, 0.1, new[] { 0.1, 0.5, 0.55, 0.65, 0.7, 0.75 }, 5)]
    [InlineData(1, 0, new[] { double.NaN, 0.5 }, 0)]
    [InlineData(1, 0, new[] { -2.0, -1, -3 }, 2)]
    public void AMetricMayBeBetterWhenItIsHigher(int patience, double minDelta, double[] values, int stopsAt)
    {
        var earlyStop = new EarlyStopping(patience, minDelta);
        Assert.Equal(stopsAt, Array.FindIndex(values, value => earlyStop.Update(value, isHigherBetter: true)));
    }

    [Fact]
    public void ItsStateGoesOnInAnother()
    {
        var first = new EarlyStopping(3, 0.1);
        Assert.DoesNotContain(new[] { 3, 2, 2.0 }, first.Update);
        var second = new EarlyStopping(3, 0.1) { State = first.State };
        Assert.Equal(new EarlyStopState(2, 1), second.State);
        Assert.False(second.Update(1.95));
        Assert.True(second.Update(2));
    }
}
