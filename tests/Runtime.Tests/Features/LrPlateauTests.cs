using System.Globalization;
using System.Text.Json;
using TrainSdk.Runtime.Tests.Shared;

namespace TrainSdk.Runtime.Tests.Features;

/// <summary>Reductions on a plateau against PyTorch's <c>ReduceLROnPlateau</c> on recorded series.</summary>
public sealed class LrPlateauTests
{
    private static readonly JsonElement Recorded = Fixture.Open("plateaus");
    private static readonly JsonElement[] Cases = [.. Recorded.GetProperty("cases").EnumerateArray()];

    public static TheoryData<int> CaseNumbers => [.. Enumerable.Range(0, Cases.Length)];

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public void RatesArePyTorchs(int number)
    {
        var example = Cases[number];
        var lr = example.Number("lr");
        var isHigherBetter = example.GetProperty("mode").GetString() == "max";
        var plateau = Of(example);
        double[] rates = [.. Series(example).Select(value =>
        {
            plateau.Update(value, isHigherBetter);
            return lr * plateau.Factor;
        })];
        Fixture.AssertNear(example.Numbers("rates"), rates, 1e-15);
    }

    [Fact]
    public void TheSeriesReduceAndRecover()
    {
        var ends = Cases.Select(static example => example.Numbers("rates")[^1]).ToArray();
        Assert.Contains(0.1, ends);
        Assert.True(ends.Distinct().Count() > 10);
    }

    [Theory]
    [MemberData(nameof(CaseNumbers))]
    public void ItsStateGoesOnInAnother(int number)
    {
        var example = Cases[number];
        var isHigherBetter = example.GetProperty("mode").GetString() == "max";
        var whole = Of(example);
        var parts = Of(example);
        foreach (var value in Series(example))
        {
            parts = Of(example, parts.State);
            parts.Update(value, isHigherBetter);
            whole.Update(value, isHigherBetter);
            Assert.Equal(whole.State, parts.State);
        }
    }

    [Fact]
    public void ALossIsBetterWhenItIsLower()
    {
        var plateau = new LrPlateau(0.1, patience: 0, factor: 0.5);
        plateau.Update(1);
        plateau.Update(0.9);
        Assert.Equal(1, plateau.Factor);
        plateau.Update(0.9);
        Assert.Equal(0.5, plateau.Factor);
    }

    private static LrPlateau Of(JsonElement example, PlateauState? state = null) => new(
        example.Number("lr"), (int)example.Number("patience"), example.Number("factor"), example.Number("threshold"),
        example.GetProperty("threshold_mode").GetString() == "rel" ? ThresholdMode.Relative : ThresholdMode.Absolute,
        (int)example.Number("cooldown"), example.Number("min_lr"))
    {
        State = state ?? PlateauState.Start,
    };

    private static double[] Series(JsonElement example) => [.. Recorded.GetProperty("series")
        .GetProperty(example.GetProperty("series").GetString()!).EnumerateArray().Select(static value => Number(value.GetString()!))];

    private static double Number(string text) => text switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
