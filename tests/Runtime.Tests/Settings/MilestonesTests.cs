using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Settings;

public sealed class MilestonesTests
{
    [Theory]
    [InlineData("30,60,80", "30,60,80")]
    [InlineData("30, 60 ,80.5", "30,60,80.5")]
    [InlineData("500steps,800steps", "500steps,800steps")]
    [InlineData("50%,75%", "50%,75%")]
    [InlineData("7", "7")]
    public void ReadsAndWritesText(string text, string expected)
    {
        using var german = new CultureScope("de-DE");
        Assert.True(Milestones.TryParse(text, out var milestones));
        Assert.Equal(expected, milestones.ToString());
        Assert.True(Milestones.TryParse(milestones.ToString(), out var again));
        Assert.Equal(milestones, again);
        Assert.Equal(milestones.GetHashCode(), again.GetHashCode());
    }

    [Theory]
    [InlineData("")]
    [InlineData("30,")]
    [InlineData("30;60")]
    [InlineData("30,later")]
    public void RefusesOtherText(string text) => Assert.False(Milestones.TryParse(text, out _));

    [Fact]
    public void CountsThePointsThatArePassed()
    {
        var milestones = new Milestones(2, Duration.Steps(35), Duration.Fraction(0.5));
        Assert.Equal([0, 1, 1, 2, 2, 3, 3], new long[] { 19, 20, 34, 35, 49, 50, 1000 }.Select(step => milestones.Passed(step, 10, 100)));
        Assert.NotEqual(milestones, Milestones.AtEpochs(2, 3.5, 5));
    }
}
