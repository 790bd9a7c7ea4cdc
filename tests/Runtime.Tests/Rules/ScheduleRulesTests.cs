using TrainSdk.Rules;

namespace TrainSdk.Runtime.Tests.Rules;

/// <summary>What must hold between the settings of the learning rate, at run time too.</summary>
public sealed class ScheduleRulesTests
{
    [Theory]
    [InlineData("LinearMinLr")]
    [InlineData("CosineMinLr")]
    [InlineData("CosineRestartsMinLr")]
    [InlineData("PolynomialMinLr")]
    [InlineData("ReduceLrOnPlateauMinLr")]
    public void ALowestRateIsNotAboveTheRate(string name)
    {
        Assert.Empty(Check(null, ("Lr", "0.001"), (name, "0.001")));
        var broken = Assert.Single(Check(null, ("Lr", "0.001"), (name, "0.0011")));
        Assert.Equal((ScheduleRules.RateFalls, Severity.Error), (broken.Rule.Name, broken.Rule.AtRunTime));
        Assert.Equal($"{name} is 0.0011, above Lr 0.001: the rate would rise; lower {name} or raise Lr", broken.Message);
    }

    [Theory]
    [InlineData("linear", "4", "1", true)]
    [InlineData("linear", "16", "1", false)]
    [InlineData("linear", "4", "4", false)]
    [InlineData("squareroot", "4", "1", false)]
    public void TheScaledRateCounts(string rule, string batchSize, string accumulate, bool isBroken)
    {
        var broken = Check(
            null, ("Lr", "0.001"), ("LinearMinLr", "0.0002"), ("BatchSize", batchSize), ("Accumulate", accumulate),
            ("ScaleLrBaseBatchSize", "64"), ("ScaleLrRule", rule));
        Assert.Equal(isBroken ? [ScheduleRules.RateFalls] : [], broken.Select(static found => found.Rule.Name));
    }

    [Theory]
    [InlineData("StepDecay", "5", null, true)]
    [InlineData("StepDecay", "4.9", null, false)]
    [InlineData("CosineRestarts", "50steps", 10L, true)]
    [InlineData("CosineRestarts", "50steps", null, false)]
    [InlineData("CosineRestarts", "100%", null, true)]
    [InlineData("StepDecayMilestones", "2,4.5", null, false)]
    [InlineData("StepDecayMilestones", "2,5", null, true)]
    [InlineData("StepDecayMilestones", "20steps,60steps", 10L, true)]
    [InlineData("EarlyStopMinEpochs", "5", null, true)]
    [InlineData("EarlyStopMinEpochs", "4", null, false)]
    public void WhatTheScheduleWaitsForComesBeforeTheEnd(string name, string text, long? stepsPerEpoch, bool isBroken)
    {
        var broken = Check(stepsPerEpoch, ("Epochs", "5"), (name, text));
        Assert.Equal(isBroken ? [ScheduleRules.WithinRun] : [], broken.Select(static found => found.Rule.Name));
        Assert.All(broken, static found => Assert.Equal((Severity.Error, Severity.Warning), (found.Rule.AtCompileTime, found.Rule.AtRunTime)));
    }

    [Theory]
    [InlineData("30,60,80", false)]
    [InlineData("30,30", true)]
    [InlineData("60,30", true)]
    [InlineData("0,30", true)]
    [InlineData("half", true)]
    [InlineData("30,50%", false)]
    public void MilestonesRise(string text, bool isBroken) => Assert.Equal(
        isBroken ? [RuleTable.Range] : [], Check(null, ("StepDecayMilestones", text)).Select(static found => found.Rule.Name));

    [Theory]
    [InlineData("5", "10", false)]
    [InlineData("8", "10", false)]
    [InlineData("9", "10", true)]
    [InlineData("10", "10", true)]
    [InlineData("0", "1", true)]
    public void TheRateFallsBeforeTheRunEnds(string plateau, string earlyStop, bool isBroken)
    {
        var broken = Check(null, ("ReduceLrOnPlateau", plateau), ("EarlyStop", earlyStop));
        Assert.Equal(isBroken ? [ScheduleRules.PlateauFirst] : [], broken.Select(static found => found.Rule.Name));
        Assert.All(broken, static found => Assert.Equal((Severity.Error, Severity.Error), (found.Rule.AtCompileTime, found.Rule.AtRunTime)));
    }

    [Theory]
    [InlineData("20", false)]
    [InlineData("11", true)]
    public void ARunOfLeastEpochsLeavesTimeForAPlateau(string minEpochs, bool isBroken) => Assert.Equal(
        isBroken ? [ScheduleRules.PlateauFirst] : [],
        Check(null, ("ReduceLrOnPlateau", "10"), ("EarlyStop", "5"), ("EarlyStopMinEpochs", minEpochs)).Select(static found => found.Rule.Name));

    [Theory]
    [InlineData("Warmup", "5")]
    [InlineData("ReduceLrOnPlateau", "5")]
    public void OneCycleStandsAlone(string name, string text) => Assert.Equal(
        ScheduleRules.OneCycleAlone, Assert.Single(Check(null, ("OneCyclePctStart", "0.3"), (name, text))).Rule.Name);

    [Theory]
    [InlineData("0.5", "true", false)]
    [InlineData("0.51", "true", true)]
    [InlineData("0.9", "false", false)]
    public void PhasesFitIntoTheRun(string pctStart, string threePhase, bool isBroken) => Assert.Equal(
        isBroken ? [ScheduleRules.PhasesFit] : [],
        Check(null, ("OneCyclePctStart", pctStart), ("OneCycleThreePhase", threePhase)).Select(static found => found.Rule.Name));

    private static IReadOnlyList<Violation> Check(long? stepsPerEpoch, params (string Name, string Text)[] values) =>
        RuleTable.Check(values.ToDictionary(static value => value.Name, static value => value.Text), stepsPerEpoch);
}
