using System.Text.Json;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Settings;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>
/// Every curve over whole runs against PyTorch's schedulers, put together as the generated <c>Lr</c> does; and what lies at the edges.
/// </summary>
public sealed class CurveTests
{
    private static readonly JsonElement[] Cases = [.. Fixture.Open("rates").GetProperty("cases").EnumerateArray()];

    public static TheoryData<int> CaseNumbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public void RatesArePyTorchs(int number)
    {
        var example = Cases[number];
        var expected = example.Numbers("rates");
        double[] rates = [.. Enumerable.Range(0, expected.Length).Select(step => Rate(example, step))];
        Fixture.AssertNear(expected, rates, 1e-12);
    }

    [Fact]
    public void EveryScheduleIsAmongThem() => Assert.Equal(
        ["Cosine", "CosineRestarts", "Exponential", "Linear", "Milestones", "OneCycle", "Polynomial", "StepDecay"],
        Cases.Select(static example => example.GetProperty("schedule").GetString()).Distinct().Order());

    [Theory]
    [InlineData(AnnealMode.Cosine, false, 0.004)]
    [InlineData(AnnealMode.Linear, true, 0.004)]
    public void OneCycleStartsLow(AnnealMode anneal, bool threePhase, double first) =>
        Assert.Equal(first, OneCycleCurve.At(0.1, 0, 100, 0.3, 25, 1e4, anneal, threePhase), 1e-15);

    [Theory]
    [InlineData(0.1, 10)]
    [InlineData(0.0, 10)]
    [InlineData(0.5, 2)]
    [InlineData(0.3, 1)]
    public void APhaseOfNoLengthIsLeftOut(double pctStart, long total) => Assert.All(
        Enumerable.Range(0, (int)total + 2),
        step => Assert.InRange(OneCycleCurve.At(1, step, total, pctStart, 25, 1e4, AnnealMode.Cosine, true), 1 / 25e4 - 1e-15, 1));

    [Fact]
    public void AStepAfterTheLastOfOneCycleCountsAsTheLast() => Assert.Equal(
        OneCycleCurve.At(1, 99, 100, 0.3, 25, 1e4, AnnealMode.Cosine, false), OneCycleCurve.At(1, 250, 100, 0.3, 25, 1e4, AnnealMode.Cosine, false));

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void APeriodBelowAStepCountsAsOne(long period)
    {
        Assert.Equal(7, StepDecayCurve.Drops(7, period));
        Assert.Equal(1, CosineRestartsCurve.At(1, 0, 7, period, 1));
    }

    [Fact]
    public void PeriodsOfRestartsGrow()
    {
        var starts = Enumerable.Range(0, 80).Where(static step => CosineRestartsCurve.At(1, 0, step, 5, 2) == 1);
        Assert.Equal([0, 5, 15, 35, 75], starts);
    }

    [Theory]
    [InlineData(256, 64, ScaleRule.Linear, 0.4)]
    [InlineData(16, 64, ScaleRule.Linear, 0.025)]
    [InlineData(256, 64, ScaleRule.SquareRoot, 0.2)]
    [InlineData(64, 64, ScaleRule.SquareRoot, 0.1)]
    public void TheRateFollowsTheBatch(long batch, long baseBatch, ScaleRule rule, double expected) =>
        Assert.Equal(expected, ScaleLrCurve.At(0.1, batch, baseBatch, rule), 1e-15);

    private static double Rate(JsonElement example, long step)
    {
        var settings = example.GetProperty("settings");
        double Number(string name) => double.Parse(settings.GetProperty(name).GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        long Length(string name, long perEpoch, long all) =>
            Duration.TryParse(settings.GetProperty(name).GetString()!, out var length) ? length.ToSteps(perEpoch, all) : -1;
        var (lr, perEpoch, warmup) = (example.Number("lr"), (long)example.Number("stepsPerEpoch"), (long)example.Number("warmup"));
        var total = perEpoch * (long)example.Number("epochs");
        if (step < warmup)
        {
            return lr * WarmupCurve.At(step, warmup);
        }
        var (done, steps) = (ScheduleProgress.Of(step, warmup, total), ScheduleProgress.Steps(step, warmup, total));
        return example.GetProperty("schedule").GetString() switch
        {
            "Cosine" => CosineCurve.At(lr, Number("CosineMinLr"), done),
            "Linear" => LinearCurve.At(lr, Number("LinearMinLr"), done),
            "CosineRestarts" => CosineRestartsCurve.At(
                lr, Number("CosineRestartsMinLr"), steps, Length("CosineRestarts", perEpoch, total), (int)Number("CosineRestartsMultiplier")),
            "StepDecay" => StepDecayCurve.At(lr, Number("StepDecayGamma"), StepDecayCurve.Drops(steps, Length("StepDecay", perEpoch, total))),
            "Milestones" => StepDecayCurve.At(lr, Number("StepDecayGamma"), Points(settings).Passed(step, perEpoch, total)),
            "Exponential" => ExponentialCurve.At(lr, Number("Exponential"), steps, perEpoch),
            "Polynomial" => PolynomialCurve.At(lr, 0, Number("Polynomial"), done),
            "OneCycle" => OneCycleCurve.At(
                lr, step, total, Number("OneCyclePctStart"), Number("OneCycleDivFactor"), Number("OneCycleFinalDivFactor"),
                Enum.Parse<AnnealMode>(settings.GetProperty("OneCycleAnneal").GetString()!, ignoreCase: true),
                settings.GetProperty("OneCycleThreePhase").GetString() == "true"),
            var unknown => throw new InvalidOperationException(unknown),
        };
    }

    private static Milestones Points(JsonElement settings) =>
        Milestones.TryParse(settings.GetProperty("StepDecayMilestones").GetString()!, out var points) ? points : new Milestones();
}
