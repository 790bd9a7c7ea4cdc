using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>The learning rate while weights are averaged, and where that begins.</summary>
public sealed class SwaCurveTests
{
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
