using System.Globalization;
using TrainSdk.Sweeps;

namespace TrainSdk.Runtime.Tests.Sweeps;

public sealed class SweepSpaceTests
{
    private const int Draws = 20_000;

    // Kolmogorov's distance for 20,000 draws exceeds 1.95/√n with a probability of 1 in 1000.
    private static readonly double Distance = 1.95 / Math.Sqrt(Draws);

    [Fact]
    public void LogarithmsAreDrawnEvenly() => Within(
        new NumberAxis("Lr", 1e-4, 1e-2, IsLog: true), static value => Math.Log(value / 1e-4) / Math.Log(100));

    [Fact]
    public void NumbersAreDrawnEvenly() =>
        Within(new NumberAxis("Momentum", -1, 3, IsLog: false), static value => (value + 1) / 4);

    [Fact]
    public void WholeNumbersAreDrawnByTheirShare()
    {
        var (even, log) = (Count(new WholeAxis("Width", 2, 5, IsLog: false)), Count(new WholeAxis("Width", 2, 5, IsLog: true)));
        Assert.Equal([2L, 3, 4, 5], even.Keys);
        Assert.All(even.Values, static share => Assert.Equal(0.25, share, Distance));
        Assert.Equal([2L, 3, 4, 5], log.Keys);
        Assert.All(log, static pair => Assert.Equal(Math.Log((pair.Key + 0.5) / (pair.Key - 0.5)) / Math.Log(5.5 / 1.5), pair.Value, Distance));
    }

    [Theory]
    [InlineData(1e-4, 1e-2, true, 0.5, "0.001")]
    [InlineData(1e-4, 1e-2, true, 0.25, "0.0003162")]
    [InlineData(0, 0.5, false, 0.123456, "0.0617")]
    [InlineData(0.999, 0.9999, false, 0.5, "0.99945")]
    [InlineData(0.999, 0.9999, true, 0.5, "0.9994499")]
    [InlineData(0, 0.5, false, 0, "0")]
    public void DrawsAreRoundedToWhatIsShown(double low, double high, bool isLog, double share, string expected) =>
        Assert.Equal(expected, new NumberAxis("Lr", low, high, isLog).At(share));

    [Fact]
    public void ADrawIsAFunctionOfSeedTrialAndAttempt()
    {
        var space = new SweepSpace([new NumberAxis("Lr", 0, 1, IsLog: false), new ListAxis("Warmup", ["1", "2"])]);
        Assert.Equal(space.Draw(7, 3, 0), space.Draw(7, 3, 0));
        Assert.Equal(4, new[] { space.Draw(7, 3, 0), space.Draw(8, 3, 0), space.Draw(7, 4, 0), space.Draw(7, 3, 1) }
            .Select(static draw => draw[0].Value).Distinct().Count());
    }

    [Fact]
    public void AllCombinationsAreCounted()
    {
        var space = new SweepSpace([new ListAxis("Lr", ["1", "2"]), new WholeAxis("Width", 1, 3, IsLog: false)]);
        Assert.Equal(6, space.Combinations);
        Assert.Equal(["1 1", "1 2", "1 3", "2 1", "2 2", "2 3"], space.All().Select(static values => $"{values[0].Value} {values[1].Value}"));
        Assert.Null(new SweepSpace([new NumberAxis("Lr", 1, 2, IsLog: false)]).Combinations);
    }

    private static void Within(SweepAxis axis, Func<double, double> distribution)
    {
        var space = new SweepSpace([axis]);
        var shares = Enumerable.Range(0, Draws).Select(trial => distribution(Number(space.Draw(1, trial, 0)[0].Value))).Order().ToArray();
        Assert.True(shares.Index().Max(static share => Math.Abs(share.Item - (share.Index / (double)Draws))) < Distance);
    }

    private static SortedDictionary<long, double> Count(WholeAxis axis)
    {
        var space = new SweepSpace([axis]);
        return new(Enumerable.Range(0, Draws).Select(trial => (long)Number(space.Draw(1, trial, 0)[0].Value)).CountBy(static value => value)
            .ToDictionary(static pair => pair.Key, static pair => pair.Value / (double)Draws));
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
