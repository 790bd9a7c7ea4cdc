using TrainSdk.Generators.Loop;
using TrainSdk.Generators.Model;
using TrainSdk.Rules;
using TrainSdk.Settings;

namespace TrainSdk.Generators.Analysis;

/// <summary>Asks the rule table that the running program asks too.</summary>
internal static class RuleComplaints
{
    public static IEnumerable<Complaint> Of(LoopPlan plan)
    {
        var settings = plan.Settings.ToDictionary(static setting => setting.Name);
        return RuleTable.Check(plan.Texts)
            .Where(violation => Applies(violation.Rule, plan.Spec, settings))
            .Select(violation =>
            {
                var blamed = settings[violation.Rule.Settings[0]];
                return new Complaint(IdOf(violation.Rule), blamed.Attribute, blamed.Arguments, violation.Message)
                {
                    Written = blamed.Written,
                    Cures = RuleCures.Of(violation.Rule, settings),
                };
            });
    }

    private static bool Applies(Rule rule, TrainerSpec spec, IReadOnlyDictionary<string, SettingSpec> settings) =>
        rule.AtCompileTime == Severity.Error
        && (!rule.OnlyWhereWritten || NamesOfLength(rule, settings).All(name => IsWritten(settings[name], spec)));

    // A share of the run is as long in every run, whether its epochs are written or not.
    private static IEnumerable<string> NamesOfLength(Rule rule, IReadOnlyDictionary<string, SettingSpec> settings) =>
        Duration.TryParse(settings[rule.Settings[0]].Text, out var length) && length.Unit == DurationUnit.Fraction
            ? rule.Settings.Take(1)
            : rule.Settings;

    private static bool IsWritten(SettingSpec setting, TrainerSpec spec) => spec.Attributes
        .Any(use => use.TypeName == setting.Attribute && use.Written == setting.Written && setting.Arguments.Any(use.Wrote));

    private static string IdOf(Rule rule) => rule.Name switch
    {
        RuleTable.Range => DiagnosticIds.OutOfRange,
        ScheduleRules.WarmupEnds => DiagnosticIds.WarmupFillsRun,
        ScheduleRules.OneCycleAlone => DiagnosticIds.OneCycleAlone,
        ScheduleRules.PlateauFirst => DiagnosticIds.PlateauTooLate,
        ScheduleRules.WithinRun => DiagnosticIds.BeyondRun,
        _ => DiagnosticIds.SettingsContradict,
    };
}
