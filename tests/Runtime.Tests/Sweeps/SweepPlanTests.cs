using TrainSdk.Sweeps;

namespace TrainSdk.Runtime.Tests.Sweeps;

public sealed class SweepPlanTests
{
    private static readonly SweepSpace Lists = new([new ListAxis("Lr", ["1", "2", "3"]), new ListAxis("WeightDecay", ["0", "1"])]);
    private static readonly SweepSpace Ranges = new([new NumberAxis("Lr", 0, 1, IsLog: false)]);

    [Fact]
    public void MoreTrialsLeaveTheFirstOnesAsTheyAre()
    {
        Assert.Equal(Texts(SweepPlan.Random(Ranges, 5, 10, Fine)), Texts(SweepPlan.Random(Ranges, 5, 30, Fine)).Take(10));
        Assert.Equal(Texts(SweepPlan.Random(Lists, 5, 3, Fine)), Texts(SweepPlan.Random(Lists, 5, 6, Fine)).Take(3));
        Assert.NotEqual(Texts(SweepPlan.Random(Ranges, 5, 10, Fine)), Texts(SweepPlan.Random(Ranges, 6, 10, Fine)));
    }

    [Fact]
    public void NoCombinationIsTriedTwice()
    {
        var plan = Texts(SweepPlan.Random(Lists, 0, 20, Fine));
        Assert.Equal(6, plan.Length);
        Assert.Equal(6, plan.Distinct().Count());
    }

    [Fact]
    public void WhatBreaksARuleIsDrawnAgain()
    {
        var plan = Texts(SweepPlan.Random(Lists, 0, 20, static values => values[0].Value == "2" ? "two is too many" : null));
        Assert.Equal(["--lr 1 --weight-decay 0", "--lr 1 --weight-decay 1", "--lr 3 --weight-decay 0", "--lr 3 --weight-decay 1"], plan.Order());
    }

    [Fact]
    public void WhereNothingCanBeTrainedTheRuleIsSaid()
    {
        var error = Assert.Throws<TrainException>(() => SweepPlan.Random(Ranges, 0, 5, static _ => "never"));
        Assert.Matches(@"^none of 100 draws can be trained; the last: --lr 0\.\d+: never$", error.Message);
    }

    [Fact]
    public void AGridIsEveryCombinationInItsOrder()
    {
        Assert.Equal(
            ["--lr 1 --weight-decay 0", "--lr 1 --weight-decay 1", "--lr 2 --weight-decay 0", "--lr 2 --weight-decay 1",
                "--lr 3 --weight-decay 0", "--lr 3 --weight-decay 1"],
            Texts(SweepPlan.Grid(Lists, Fine)));
        var error = Assert.Throws<TrainException>(() => SweepPlan.Grid(Lists, static values => values[1].Value == "1" ? "too much" : null));
        Assert.Equal("--lr 1 --weight-decay 1: too much", error.Message);
    }

    [Fact]
    public void AGridHasNoRanges()
    {
        var error = Assert.Throws<TrainException>(() => SweepPlan.Grid(new([new NumberAxis("Lr", 1e-4, 1e-2, IsLog: true)]), Fine));
        Assert.Equal("a grid has lists: in place of --lr 0.0001..0.01:log write --lr 0.0001,0.001,0.01, or leave --grid out", error.Message);
    }

    private static string? Fine(IReadOnlyList<SweptValue> values) => null;

    private static string[] Texts(IEnumerable<IReadOnlyList<SweptValue>> plan) => [.. plan.Select(SweepPlan.Text)];
}
