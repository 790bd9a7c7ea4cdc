using TrainSdk.Sweeps;

namespace TrainSdk.Runtime.Tests.Sweeps;

/// <summary>The rule of Vizier, against examples that were computed by hand.</summary>
public sealed class MedianStoppingTests
{
    private static readonly Objective Accuracy = new("accuracy", IsHigherBetter: true);
    private static readonly Objective Loss = new("loss", IsHigherBetter: false);

    // The means of the first five values are 3, 4, 5, 6 and 7: their median is 5. The sixth values do not count yet.
    private static readonly double[][] Five =
    [
        [1, 2, 3, 4, 5, 100], [2, 3, 4, 5, 6, 100], [3, 4, 5, 6, 7, 100], [4, 5, 6, 7, 8, 100], [5, 6, 7, 8, 9, 100],
    ];

    [Theory]
    [InlineData(4.999, true)]
    [InlineData(5, false)]
    [InlineData(5.001, false)]
    public void TheBestSoFarIsComparedWithTheMedianOfTheMeans(double best, bool stops) =>
        Assert.Equal(stops, After(Accuracy, Five).Stops([0, best, 1, 0, 0]));

    [Theory]
    [InlineData(5.001, true)]
    [InlineData(5, false)]
    [InlineData(4.999, false)]
    public void WhereLessIsBetterTheLeastCounts(double best, bool stops) =>
        Assert.Equal(stops, After(Loss, Five).Stops([9, best, 9, 9, 9]));

    // 3, 4, 5, 6, 7 and 8: the median is 5.5.
    [Fact]
    public void OfAnEvenNumberTheMiddleTwoCount()
    {
        var rule = After(Accuracy, [.. Five, [8]]);
        Assert.True(rule.Stops([5.4, 0, 0, 0, 0]));
        Assert.False(rule.Stops([5.6, 0, 0, 0, 0]));
    }

    [Fact]
    public void FourFinishedTrialsAreTooFew() => Assert.False(After(Accuracy, Five[..4]).Stops([0, 0, 0, 0, 0]));

    [Fact]
    public void ATrialIsGivenFiveEpochs() => Assert.False(After(Accuracy, Five).Stops([0, 0, 0, 0]));

    [Fact]
    public void WhatIsNoNumberIsWorseThanEveryNumber()
    {
        Assert.True(After(Accuracy, Five).Stops([double.NaN, double.NaN, double.NaN, double.NaN, double.NaN]));
        Assert.False(After(Accuracy, [.. Five.Select(static _ => new[] { double.NaN })]).Stops([0, 0, 0, 0, 0]));
    }

    private static MedianStopping After(Objective objective, double[][] finished)
    {
        var rule = new MedianStopping(objective);
        foreach (var trial in finished)
        {
            rule.Add(trial);
        }
        return rule;
    }
}
