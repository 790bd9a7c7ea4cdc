using TrainSdk.Rules;

namespace TrainSdk.Runtime.Tests.Rules;

public sealed class RuleTableTests
{
    [Theory]
    [InlineData("Lr", "0.001", "0")]
    [InlineData("Lr", "1e-300", "-0.1")]
    [InlineData("Lr", "1000", "Infinity")]
    [InlineData("BatchSize", "1", "0")]
    [InlineData("Epochs", "1", "-3")]
    [InlineData("Accumulate", "1", "0")]
    [InlineData("WeightDecay", "0", "-1e-9")]
    [InlineData("Beta1", "0", "1")]
    [InlineData("Beta2", "0.9999", "-0.1")]
    [InlineData("Eps", "1e-30", "0")]
    [InlineData("Momentum", "0.99", "1")]
    [InlineData("LabelSmoothing", "0", "1")]
    [InlineData("ClipGradNorm", "0.1", "0")]
    [InlineData("ClipGradNormType", "Infinity", "0")]
    [InlineData("ClipGradNormType", "0.5", "-1")]
    [InlineData("ClipGradValue", "0.1", "0")]
    [InlineData("MomentumDecay", "0", "-1")]
    [InlineData("Alpha", "0", "1")]
    [InlineData("LrDecay", "0", "-1")]
    [InlineData("InitialSum", "0", "-1")]
    [InlineData("Dampening", "0", "1")]
    [InlineData("BackboneLrScale", "0.1", "0")]
    [InlineData("BackboneWeightDecay", "0", "-1")]
    [InlineData("EarlyStop", "1", "0")]
    [InlineData("EarlyStopMinDelta", "0", "-0.001")]
    [InlineData("CosineMinLr", "0", "-0.001")]
    [InlineData("Warmup", "0", "-1")]
    [InlineData("Warmup", "500steps", "-500steps")]
    [InlineData("Warmup", "10%", "-10%")]
    [InlineData("ScaleLrBaseBatchSize", "1", "0")]
    [InlineData("LinearMinLr", "0", "-0.001")]
    [InlineData("CosineRestarts", "1steps", "0steps")]
    [InlineData("CosineRestartsMultiplier", "1", "0")]
    [InlineData("CosineRestartsMinLr", "0", "-0.001")]
    [InlineData("OneCyclePctStart", "0", "1")]
    [InlineData("OneCycleDivFactor", "1", "0.9")]
    [InlineData("OneCycleFinalDivFactor", "1", "0.9")]
    [InlineData("StepDecay", "1%", "0%")]
    [InlineData("StepDecayGamma", "0.999", "1")]
    [InlineData("Exponential", "0.999", "0")]
    [InlineData("Polynomial", "0.1", "0")]
    [InlineData("PolynomialMinLr", "0", "-0.001")]
    [InlineData("ReduceLrOnPlateau", "0", "-1")]
    [InlineData("ReduceLrOnPlateauFactor", "0.5", "1")]
    [InlineData("ReduceLrOnPlateauThreshold", "0", "-1")]
    [InlineData("ReduceLrOnPlateauCooldown", "0", "-1")]
    [InlineData("ReduceLrOnPlateauMinLr", "0", "-1")]
    [InlineData("EarlyStopMinEpochs", "0", "-1")]
    [InlineData("Ema", "0.999", "1")]
    [InlineData("Swa", "75%", "-1")]
    [InlineData("SwaLr", "0.05", "0")]
    [InlineData("SwaAnnealEpochs", "0", "-1")]
    [InlineData("FreezeBackbone", "0", "-1")]
    public void EachSettingHasItsRange(string name, string good, string bad)
    {
        Assert.Empty(Check((name, good)));

        var broken = Assert.Single(Check((name, bad)));
        Assert.Equal(RuleTable.Range, broken.Rule.Name);
        Assert.Equal(Severity.Error, broken.Rule.AtCompileTime);
        Assert.Equal(Severity.Error, broken.Rule.AtRunTime);
        Assert.StartsWith($"{name} is {bad} but must be ", broken.Message);
        Assert.DoesNotContain('\n', broken.Message);
    }

    [Fact]
    public void NaNIsInNoRange()
    {
        var ranged = SettingCatalog.All.Where(static info => info.Range != NumberRange.Any).ToList();

        Assert.Equal(62, ranged.Count);
        Assert.All(ranged, static info => Assert.Single(Check((info.Name, "NaN"))));
    }

    [Fact]
    public void MessageNamesCauseAndCure() => Assert.Equal(
        "Lr is 0 but must be greater than 0; 0.001 is the usual start for Adam, 0.01 to 0.1 for Sgd",
        Assert.Single(Check(("Lr", "0"))).Message);

    [Theory]
    [InlineData("true", "0", false)]
    [InlineData("false", "0.5", false)]
    [InlineData("true", "0.5", true)]
    public void NesterovIsNotDampened(string nesterov, string dampening, bool isBroken) => Assert.Equal(
        isBroken ? [RuleTable.NesterovUndampened] : [],
        Check(("Nesterov", nesterov), ("Dampening", dampening), ("Momentum", "0.9")).Select(static found => found.Rule.Name));

    [Theory]
    [InlineData("0.001", "0.001", false)]
    [InlineData("0.001", "0.0011", true)]
    public void CosineMustNotRise(string lr, string minLr, bool isBroken)
    {
        var broken = Check(("Lr", lr), ("CosineMinLr", minLr));

        Assert.Equal(isBroken ? [ScheduleRules.RateFalls] : [], broken.Select(static found => found.Rule.Name));
    }

    [Theory]
    [InlineData("true", "0", true)]
    [InlineData("true", "0.9", false)]
    [InlineData("false", "0", false)]
    public void NesterovNeedsMomentum(string nesterov, string momentum, bool isBroken)
    {
        var broken = Check(("Nesterov", nesterov), ("Momentum", momentum));

        Assert.Equal(isBroken ? [RuleTable.NesterovNeedsMomentum] : [], broken.Select(static found => found.Rule.Name));
    }

    [Theory]
    [InlineData("4", "5", null, false)]
    [InlineData("5", "5", null, true)]
    [InlineData("100%", "5", null, true)]
    [InlineData("99%", "5", null, false)]
    [InlineData("50steps", "5", null, false)]
    [InlineData("50steps", "5", 10L, true)]
    [InlineData("49steps", "5", 10L, false)]
    [InlineData("4", "0", null, false)]
    public void WarmupMustEndBeforeTheRun(string warmup, string epochs, long? stepsPerEpoch, bool isBroken)
    {
        var values = new Dictionary<string, string> { ["Warmup"] = warmup, ["Epochs"] = epochs };

        var broken = RuleTable.Check(values, stepsPerEpoch).Where(static found => found.Rule.Name == ScheduleRules.WarmupEnds).ToList();

        Assert.Equal(isBroken ? 1 : 0, broken.Count);
        Assert.All(broken, static found =>
        {
            Assert.Equal(Severity.Error, found.Rule.AtCompileTime);
            Assert.Equal(Severity.Warning, found.Rule.AtRunTime);
            Assert.True(found.Rule.OnlyWhereWritten);
        });
    }

    [Fact]
    public void RulesOfSettingsThatTheModelLacksDoNotApply() =>
        Assert.Empty(Check(("CosineMinLr", "5"), ("Nesterov", "true"), ("Warmup", "99")));

    // A length that a shortened trial run leaves too long is shortened with it; all else that does not compile is refused from options too.
    [Fact]
    public void WhatDoesNotCompileIsRefusedFromOptions()
    {
        string[] lengths = [ScheduleRules.WarmupEnds, ScheduleRules.WithinRun, RuleTable.SwaBegins, RuleTable.SwaAfterWarmup];

        Assert.All(RuleTable.All, static rule => Assert.Equal(Severity.Error, rule.AtCompileTime));
        Assert.All(RuleTable.All, rule => Assert.Equal(lengths.Contains(rule.Name) ? Severity.Warning : Severity.Error, rule.AtRunTime));
    }

    [Fact]
    public void EveryRuleSpeaksOfKnownSettings() => Assert.All(
        RuleTable.All.SelectMany(static rule => rule.Settings), static name => Assert.NotNull(SettingCatalog.Find(name)));

    [Fact]
    public void EverySettingHasHelpAndItsRangeAnAdvice() => Assert.All(SettingCatalog.All, static info =>
    {
        Assert.NotEmpty(info.Meaning);
        Assert.True(info.Range == NumberRange.Any || info.Advice.Length > 0, info.Name);
    });

    private static IReadOnlyList<Violation> Check(params (string Name, string Text)[] values) =>
        RuleTable.Check(values.ToDictionary(static value => value.Name, static value => value.Text));
}
