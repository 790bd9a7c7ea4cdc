using TrainSdk.Generators.Model;
using TrainSdk.Generators.Parsing;
using TrainSdk.Rules;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Analysis;

/// <summary>The edits that mend settings which contradict each other, where the right ones are clear.</summary>
internal static class RuleCures
{
    private const string EarlyStop = "EarlyStop";
    private const string ReduceLrOnPlateau = "ReduceLrOnPlateau";
    private const string Patience = "patience";

    public static EquatableArray<Cure> Of(Rule rule, IReadOnlyDictionary<string, SettingSpec> settings) => rule.Name switch
    {
        RuleTable.Range => LengthCures.InRange(settings[rule.Settings[0]], settings),
        ScheduleRules.WithinRun => LengthCures.WithinRun(settings[rule.Settings[0]], settings),
        RuleTable.SwaBegins => LengthCures.WithinRun(settings[rule.Settings[0]], settings),
        ScheduleRules.WarmupEnds => [Cure.Replace("Warmup(Fraction = 0.1)")],
        ScheduleRules.OneCycleAlone => [.. rule.Settings.Reverse().Select(name => Cure.Remove(NameOf(settings[name].Attribute)))],
        ScheduleRules.PlateauFirst => Apart(settings),
        _ => [],
    };

    // The rate falls at patience + 1; a fall must have as long again to show what it does.
    private static EquatableArray<Cure> Apart(IReadOnlyDictionary<string, SettingSpec> settings)
    {
        if (!NumberText.TryInteger(settings[ReduceLrOnPlateau].Text, out var plateau)
            || !NumberText.TryInteger(settings[EarlyStop].Text, out var stop))
        {
            return [];
        }
        var longer = Cure.Set(EarlyStop, Patience, NumberText.Format((2 * plateau) + 2));
        var lower = (stop / 2) - 1;
        return lower >= 0 ? [longer, Cure.Set(ReduceLrOnPlateau, Patience, NumberText.Format(lower))] : [longer];
    }

    private static string NameOf(string attribute) => AttributeText.ShortName(attribute.Substring(attribute.LastIndexOf('.') + 1));
}
