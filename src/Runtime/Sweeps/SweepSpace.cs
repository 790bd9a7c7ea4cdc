using TrainSdk.Data;
using TrainSdk.Settings;

namespace TrainSdk.Sweeps;

/// <summary>What is swept.</summary>
/// <param name="Axes">One per setting, in the order in which settings are shown.</param>
internal sealed record SweepSpace(IReadOnlyList<SweepAxis> Axes)
{
    private static readonly long Purpose = SampleRandom.PurposeOf("sweep");

    /// <summary>Number of combinations; null where a range has too many.</summary>
    public long? Combinations => Axes.Any(static axis => axis.Values is null)
        ? null
        : Axes.Aggregate(1L, static (product, axis) => checked(product * axis.Values!.Count));

    /// <summary>Every combination, the last setting's values changing fastest; none where a range has too many.</summary>
    public IEnumerable<IReadOnlyList<SweptValue>> All() =>
        Enumerable.Range(0, (int)Math.Min(Combinations ?? 0, int.MaxValue)).Select(at => Counted(at));

    /// <summary>A combination at random: a function of the arguments alone.</summary>
    /// <param name="seed">The sweep's seed.</param>
    /// <param name="trial">Number of the trial.</param>
    /// <param name="attempt">0, and more where the draws before could not be used.</param>
    public IReadOnlyList<SweptValue> Draw(long seed, int trial, int attempt)
    {
        var random = new SampleRandom(seed, trial, attempt, Purpose);
        var values = new List<SweptValue>();
        foreach (var axis in Axes)
        {
            values.Add(ValueOf(axis, axis.At(random.NextDouble())));
        }
        return values;
    }

    private SweptValue[] Counted(long at)
    {
        var values = new SweptValue[Axes.Count];
        for (var axis = Axes.Count - 1; axis >= 0; axis--)
        {
            var items = Axes[axis].Values!;
            values[axis] = ValueOf(Axes[axis], items[(int)(at % items.Count)]);
            at /= items.Count;
        }
        return values;
    }

    private static SweptValue ValueOf(SweepAxis axis, string text) => new(SettingName.Json(axis.Setting), text);
}
