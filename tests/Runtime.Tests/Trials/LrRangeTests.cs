using TrainSdk.Trials;

namespace TrainSdk.Runtime.Tests.Trials;

/// <summary>Which rate a range test names.</summary>
public sealed class LrRangeTests
{
    private const int Steps = 120;

    /// <summary>Batches of the first steps that happen to be easy are no descent.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(0.5)]
    public void ABatchThatWasEasyByLuckMovesNothing(double luck)
    {
        var range = new LrRange();
        for (var step = 0; step < Steps && !range.IsOver; step++)
        {
            range.Add(LrAt(step), Loss(step) - (step is 1 or 2 ? luck : 0));
        }
        var suggestion = range.Suggestion();
        Assert.NotNull(suggestion);
        Assert.InRange(suggestion.Value, LrAt(72), LrAt(74));
    }

    [Fact]
    public void ALossThatOnlyGrowsNamesNone()
    {
        var range = new LrRange();
        for (var step = 0; step < Steps && !range.IsOver; step++)
        {
            range.Add(LrAt(step), 2 + (0.01 * step));
        }
        Assert.Null(range.Suggestion());
    }

    [Fact]
    public void ALossThatIsNoNumberEndsTheTest()
    {
        var range = new LrRange();
        range.Add(LrAt(0), double.NaN);
        Assert.True(range.IsOver);
        Assert.Empty(range.Points);
    }

    private static double LrAt(int step) => LrRange.LrAt(step, Steps, LrRange.LeastLr, LrRange.MostLr);

    // Flat to step 50, then down in a line to step 90, then up.
    private static double Loss(int step) => step switch
    {
        < 50 => 2.3,
        < 90 => 2.3 - (0.05 * (step - 50)),
        _ => 0.3 + (0.5 * (step - 90)),
    };
}
