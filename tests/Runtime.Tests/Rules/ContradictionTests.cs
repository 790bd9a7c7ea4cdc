using System.Collections.Immutable;
using TrainSdk.CommandLine;
using TrainSdk.Data;
using TrainSdk.Rules;
using TrainSdk.Runtime.Tests.Shared;
using TrainSdk.Settings;
using TrainSdk.Training;

namespace TrainSdk.Runtime.Tests.Rules;

/// <summary>
/// What does not compile is refused where options, the environment, a file or <c>with</c> say the same, rule by rule through the table.
/// </summary>
public sealed class ContradictionTests
{
    /// <summary>Values that break a rule across settings, in the order of its settings.</summary>
    private static readonly Dictionary<string, string[]> Broken = new()
    {
        [ScheduleRules.RateFalls] = ["1", "0.001"],
        [ScheduleRules.OneCycleAlone] = ["0.3", "5"],
        [ScheduleRules.PhasesFit] = ["0.6", "true"],
        [ScheduleRules.PlateauFirst] = ["10", "10"],
        [RuleTable.NesterovNeedsMomentum] = ["true", "0"],
        [RuleTable.NesterovUndampened] = ["0.5", "true"],
        [RuleTable.ErasedAreas] = ["0.4", "0.3"],
        [ScheduleRules.WarmupEnds] = ["5", "5"],
        [ScheduleRules.WithinRun] = ["5", "5"],
        [RuleTable.SwaBegins] = ["5", "5"],
        [RuleTable.SwaAfterWarmup] = ["1", "3", "5"],
    };

    public static TheoryData<int> Errors => [.. Places(Severity.Error)];

    public static TheoryData<int> Warnings => [.. Places(Severity.Warning)];

    [Theory]
    [MemberData(nameof(Errors))]
    public void OptionsAreRefused(int at)
    {
        var (rule, values) = Example(at);
        var options = new SettingOptions<Bag>(Bag.Table(rule.Settings));
        var command = new CommandSpec("train", "", [.. options.Specs]);
        var words = rule.Settings.Zip(values, static (name, text) => $"{SettingName.Option(name)}={text}");
        var given = ArgumentParser.Parse(command, [.. words]);
        var nowhere = new Surroundings(TextWriter.Null, TextWriter.Null, new Dictionary<string, string>());

        var error = Assert.Throws<TrainException>(() => options.Resolve(given, nowhere));

        Assert.StartsWith($"{SettingName.Option(rule.Settings[0])}: ", error.Message);
        SaysWhatToDo(rule, error.Message);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void ARunIsRefused(int at)
    {
        var (rule, values) = Example(at);
        SaysWhatToDo(rule, Assert.Throws<TrainException>(() => Start(rule, values, log: null)).Message);
    }

    /// <summary>A length that a shortened run leaves too long is only said: the schedule cuts it.</summary>
    [Theory]
    [MemberData(nameof(Warnings))]
    public void ALengthIsWarnedOf(int at)
    {
        var (rule, values) = Example(at);
        var log = new ListLogger();
        Start(rule, values, log);
        SaysWhatToDo(rule, Assert.Single(log.Lines));
    }

    private static void Start(Rule rule, string[] values, ListLogger? log)
    {
        var data = new DataSplits(DataSet.FromArrays(new float[8, 2], new long[8]), DataSet.FromArrays(new float[8, 2], new long[8]));
        var given = rule.Settings.Zip(values).ToDictionary(static pair => pair.First, static pair => pair.Second);
        SettingChecks.Check(given, data, batchSize: 4, accumulate: 1, log);
    }

    // in one line: the settings that are to blame, and after what is wrong what to do
    private static void SaysWhatToDo(Rule rule, string message)
    {
        Assert.Contains(rule.Name == ScheduleRules.OneCycleAlone ? "OneCycle" : rule.Settings[0], message, StringComparison.Ordinal);
        Assert.Matches("; [^;]+$", message);
        Assert.DoesNotContain('\n', message);
    }

    private static (Rule Rule, string[] Values) Example(int at)
    {
        var rule = RuleTable.All[at];
        return rule.Name != RuleTable.Range ? (rule, Broken[rule.Name])
            : SettingCatalog.Find(rule.Settings[0])!.Range is { Lowest: > double.NegativeInfinity } range ? (rule, [NumberText.Format(range.Lowest - 1)])
            : (rule, ["60,30"]);
    }

    private static IEnumerable<int> Places(Severity severity) =>
        Enumerable.Range(0, RuleTable.All.Count).Where(at => RuleTable.All[at].AtRunTime == severity);

    /// <summary>Settings of any names, as text.</summary>
    private sealed record Bag
    {
        private ImmutableDictionary<string, string> Texts { get; init; } = ImmutableDictionary<string, string>.Empty;

        public static SettingTable<Bag> Table(IEnumerable<string> names) => new([.. names.Select(static name => Setting.Word<Bag>(
            name, bag => bag.Texts.GetValueOrDefault(name, ""), (bag, text) => bag with { Texts = bag.Texts.SetItem(name, text) }))]);
    }
}
