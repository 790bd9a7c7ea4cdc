using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>The decay of an exponential average, and the learning rate while weights are averaged.</summary>
public sealed class AverageRateTests
{
    [Fact]
    public void TheDecayRisesToItsValue()
    {
        Assert.Equal(0.1, ExponentialAverage.DecayAt(0, 0.999, warmup: true));
        Assert.Equal(11.0 / 20, ExponentialAverage.DecayAt(10, 0.999, warmup: true));
        Assert.Equal(0.999, ExponentialAverage.DecayAt(1_000_000, 0.999, warmup: true));
        Assert.Equal(0.999, ExponentialAverage.DecayAt(1, 0.999, warmup: false));
    }

    [Fact]
    public void RatesAreThoseOfPyTorch()
    {
        var fixture = Fixture.Open("averages");
        var (lr, minLr) = (fixture.Number("lr"), fixture.Number("minLr"));
        foreach (var entry in fixture.GetProperty("cases").EnumerateArray())
        {
            var (epochs, start) = (entry.GetProperty("epochs").GetInt32(), entry.GetProperty("start").GetInt32());
            var anneal = entry.GetProperty("anneal").GetString() == "cos" ? AnnealMode.Cosine : AnnealMode.Linear;
            var rates = Enumerable.Range(0, epochs).Select(epoch => SwaCurve.At(
                CosineCurve.At(lr, minLr, Math.Min(epoch, start) / (double)epochs), entry.Number("swaLr"), (epoch - start) * 7, 7,
                entry.GetProperty("length").GetInt32(), anneal));
            Fixture.AssertNear(entry.Numbers("rates"), [.. rates], 1e-12);
        }
    }

    [Theory]
    [InlineData("3", 30)]
    [InlineData("2.5", 30)]
    [InlineData("25steps", 30)]
    [InlineData("75%", 80)]
    [InlineData("0", 0)]
    public void AveragingStartsWithAWholeEpoch(string start, long step)
    {
        Assert.True(Duration.TryParse(start, out var length));
        Assert.Equal(step, SwaCurve.StartStep(length, stepsPerEpoch: 10, totalSteps: 100));
    }
}
