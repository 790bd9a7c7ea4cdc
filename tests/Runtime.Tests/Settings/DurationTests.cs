using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Settings;

public sealed class DurationTests
{
    [Theory]
    [InlineData("5", DurationUnit.Epochs, 5)]
    [InlineData("0.5", DurationUnit.Epochs, 0.5)]
    [InlineData("500steps", DurationUnit.Steps, 500)]
    [InlineData("500 Steps", DurationUnit.Steps, 500)]
    [InlineData("10%", DurationUnit.Fraction, 0.1)]
    [InlineData("2.5 %", DurationUnit.Fraction, 0.025)]
    public void ReadsNumberAndUnit(string text, DurationUnit unit, double amount)
    {
        using var german = new CultureScope("de-DE");

        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal((unit, amount), (duration.Unit, duration.Amount));
    }

    [Theory]
    [InlineData("")]
    [InlineData("5 epochs")]
    [InlineData("1.5steps")]
    [InlineData("0,5")]
    [InlineData("%")]
    [InlineData("steps")]
    public void RefusesOtherText(string text) => Assert.False(Duration.TryParse(text, out _));

    [Fact]
    public void WritesWhatReadsBack()
    {
        var shares = Enumerable.Range(0, 1001).Select(static share => Duration.Fraction(share / 1000.0));
        foreach (var duration in shares.Append(Duration.Steps(12)).Append(Duration.Epochs(0.3)).Append(Duration.Fraction(1.0 / 3)))
        {
            Assert.True(Duration.TryParse(duration.ToString(), out var back));
            Assert.Equal(duration, back);
        }
        Assert.Equal("7%", Duration.Fraction(0.07).ToString());
    }

    [Theory]
    [InlineData("2", 20)]
    [InlineData("0.25", 2)]
    [InlineData("7steps", 7)]
    [InlineData("10%", 10)]
    public void CountsOptimizerSteps(string text, long expected)
    {
        Assert.True(Duration.TryParse(text, out var duration));
        Assert.Equal(expected, duration.ToSteps(stepsPerEpoch: 10, totalSteps: 100));
    }
}
