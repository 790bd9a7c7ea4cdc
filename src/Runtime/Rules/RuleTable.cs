using TrainSdk.Settings;

namespace TrainSdk.Rules;

/// <summary>
/// All rules: the range of every setting, and what must hold between settings. The compiler and the running program ask the same table.
/// </summary>
internal static class RuleTable
{
    /// <summary>Name of the rules that keep one setting in its range.</summary>
    public const string Range = "range";

    /// <summary>Name of the rule that Nesterov's method has a momentum.</summary>
    public const string NesterovNeedsMomentum = "nesterov-needs-momentum";

    /// <summary>Name of the rule that Nesterov's method is not dampened.</summary>
    public const string NesterovUndampened = "nesterov-undampened";

    /// <summary>Name of the rule that weights are averaged before the run ends.</summary>
    public const string SwaBegins = "swa-begins";

    /// <summary>Name of the rule that a warmup ends before weights are averaged.</summary>
    public const string SwaAfterWarmup = "swa-after-warmup";

    /// <summary>Name of the rule that the smallest erased area is not above the largest.</summary>
    public const string ErasedAreas = "erased-areas";

    /// <summary>Every rule.</summary>
    public static IReadOnlyList<Rule> All { get; } =
    [
        .. SettingCatalog.All.Where(static info => info.Range != NumberRange.Any).Select(InRange),
        .. ScheduleRules.All,
        new(NesterovNeedsMomentum, ["Nesterov", "Momentum"], Severity.Error, Severity.Error, RuleComplaints.NesterovAlone),
        new(NesterovUndampened, ["Dampening", "Nesterov"], Severity.Error, Severity.Error, RuleComplaints.NesterovDampened),
        new(
            ErasedAreas, ["RandomErasingMinArea", "RandomErasingMaxArea"], Severity.Error, Severity.Error,
            RuleComplaints.ErasedAreasReversed),
        new(SwaBegins, ["Swa", "Epochs"], Severity.Error, Severity.Warning, WeightComplaints.SwaNeverBegins) { OnlyWhereWritten = true },
        new(SwaAfterWarmup, ["Swa", "Warmup", "Epochs"], Severity.Error, Severity.Warning, WeightComplaints.SwaBeforeWarmupEnds),
    ];

    /// <summary>The rules that these values break.</summary>
    /// <param name="values">Invariant text by name of the setting: those that the model has, without its constructor values.</param>
    /// <param name="stepsPerEpoch">Optimizer steps in one epoch; null where the data are not known, as in the compiler.</param>
    public static IReadOnlyList<Violation> Check(IReadOnlyDictionary<string, string> values, long? stepsPerEpoch = null)
    {
        var given = new RuleValues(values, stepsPerEpoch);
        var broken = new List<Violation>();
        foreach (var rule in All.Concat(RangesOfFamilies(values.Keys)))
        {
            if (rule.Settings.All(given.Has) && rule.Complaint(given) is { } message)
            {
                broken.Add(new Violation(rule, message));
            }
        }
        return broken;
    }

    private static IEnumerable<Rule> RangesOfFamilies(IEnumerable<string> names) =>
        from name in names.Where(static name => SettingCatalog.All.All(info => info.Name != name))
        from family in SettingCatalog.Families
        where family.Range != NumberRange.Any && family.IsOf(name)
        select InRange(family with { Name = name });

    private static Rule InRange(SettingInfo info) => new(Range, [info.Name], Severity.Error, Severity.Error, values =>
        info.Range.Contains(values.Number(info.Name))
            ? null
            : $"{info.Name} is {values.Text(info.Name)} but must be {info.Range.Text}; {info.Advice}");
}
